import 'failed-intervention-guide/jsx/solid';

export const right = (
  <failed-intervention-guide
    class="x"
    region="US"
    heading-level="2"
    prop:content={undefined}
    on:fig-progress={({ detail }) => detail.step}
  >
    <p>In danger now?</p>
  </failed-intervention-guide>
);
// @ts-expect-error -- no such theme
export const theme = <failed-intervention-guide theme="neon" />;
// @ts-expect-error -- no such field
export const detail = <failed-intervention-guide on:fig-progress={(event) => event.detail.nothing} />;
