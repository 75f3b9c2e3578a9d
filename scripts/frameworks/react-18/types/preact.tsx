import 'failed-intervention-guide/jsx/preact';

export const right = (
  <failed-intervention-guide class="x" region="US" heading-level="2" onfig-progress={({ detail }) => detail.step}>
    <p>In danger now?</p>
  </failed-intervention-guide>
);
// @ts-expect-error -- no such theme
export const theme = <failed-intervention-guide theme="neon" />;
// @ts-expect-error -- no such field
export const detail = <failed-intervention-guide onfig-progress={(event) => event.detail.nothing} />;
