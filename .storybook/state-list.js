import { useOf } from '@storybook/addon-docs/blocks';
import { createElement } from 'react';

/** Links to the stories of an element. Each opens alone: elements of a page share answers, and so would stories. */
export function StateList() {
  const { csfFile } = useOf('meta', ['meta']);
  const stories = Object.values(csfFile.stories);
  return createElement(
    'section',
    { 'aria-labelledby': 'states' },
    createElement('h2', { id: 'states' }, `States (${stories.length})`),
    createElement(
      'ul',
      null,
      stories.map(({ id, name, parameters }) =>
        createElement(
          'li',
          { key: id },
          createElement('a', { href: `./?path=/story/${id}`, target: '_top' }, name),
          parameters.docs?.description?.story && ` ${parameters.docs.description.story}`,
        ),
      ),
    ),
  );
}
