/**
 * The blocks of the Failed Intervention Guide in the block editor: settings at the side, a true preview, words for
 * visitors without the script, and what makes blocks of snippets and shortcodes. It is written as the browser runs it.
 *
 * The blocks are rendered by PHP. What a post keeps of one is its settings, in the comment before it, and the blocks
 * inside. So a new setting needs no entry in `deprecated`: old posts simply do not have it. If what `save` returns ever
 * changes, the old `save` goes into `deprecated`, or every old post asks for "block recovery".
 */
(function (wp, data) {
  'use strict';

  if (!data || !wp || !wp.blocks) {
    return;
  }

  const { createElement: el, Fragment, useEffect, useRef, useState } = wp.element;
  const { __, _n, sprintf } = wp.i18n;
  const { createBlock, getBlockType, rawHandler, registerBlockType, registerBlockVariation, serialize } = wp.blocks;
  const { InnerBlocks, InspectorAdvancedControls, InspectorControls, useBlockProps, useInnerBlocksProps } =
    wp.blockEditor;
  const { Button, ExternalLink, Notice, PanelBody, SelectControl, TextControl } = wp.components;
  const { useDispatch, useSelect, select } = wp.data;
  const { decodeEntities } = wp.htmlEntities;

  const NAMESPACE = 'failed-intervention-guide';
  const FORM_BLOCK = `${NAMESPACE}/lead-form`;
  const FORM_TAG_SHORTCODE = 'failed_intervention_lead_form';
  const META_KEY = data.metaKey;
  const TAGS = Object.keys(data.elements);
  const SPONSOR_FACTS = data.sponsorFacts;

  const blockOf = (tag) => `${NAMESPACE}/${data.elements[tag].block}`;
  const inOrder = (names) => {
    const order = Object.keys(CONTROLS);
    const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
    return [...names].sort((one, other) => place(one) - place(other));
  };
  const tagOfBlock = (name) => TAGS.find((tag) => blockOf(tag) === name);
  const propOf = (name) => data.attributes[name].prop;
  /** A setting as it was entered: what an author saves goes through kses, which writes & as an entity. */
  const ownValue = (attributes, name) => decodeEntities(attributes[propOf(name)]);
  const shortcodeOf = (tag) => tag.replace(/-/g, '_');
  const hasFormSlot = (tag) => data.elements[tag].slots.includes('lead-form');
  const camel = (name) => name.replace(/-([a-z0-9])/g, (match, letter) => letter.toUpperCase());
  const escapeHtml = (text) =>
    String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

  // ---------------------------------------------------------------- words for authors

  const GROUPS = [
    ['words', __('Words and region', 'failed-intervention-guide')],
    ['look', __('Look', 'failed-intervention-guide')],
    ['privacy', __('Saving and privacy', 'failed-intervention-guide')],
    ['center', __('The center', 'failed-intervention-guide')],
    ['requests', __('Requests for the center', 'failed-intervention-guide')],
    ['advanced', __('Advanced', 'failed-intervention-guide')],
  ];

  /**
   * What an author reads about each setting. `unset` is what holds when nobody chose anything. A setting that is new in
   * the kit and not here yet still gets a field, in the last group, with the words of the kit.
   */
  const CONTROLS = {
    region: {
      group: 'words',
      label: __('Region', 'failed-intervention-guide'),
      help: __('Whose crisis lines are shown. Choose where most of your visitors live.', 'failed-intervention-guide'),
      unset: __('“call your local emergency number”', 'failed-intervention-guide'),
    },
    locale: {
      group: 'words',
      label: __('Language', 'failed-intervention-guide'),
      help: __('The language of the guide’s own words.', 'failed-intervention-guide'),
      unset: __('the language of the page', 'failed-intervention-guide'),
    },
    entry: {
      group: 'words',
      label: __('Open at', 'failed-intervention-guide'),
      help: __(
        'A shelf, such as topics or treatments, or one page, such as topic:naloxone.',
        'failed-intervention-guide',
      ),
    },
    theme: {
      group: 'look',
      label: __('Colors', 'failed-intervention-guide'),
      unset: __('as the visitor’s device', 'failed-intervention-guide'),
      values: {
        auto: __('As the visitor’s device', 'failed-intervention-guide'),
        light: __('Light', 'failed-intervention-guide'),
        dark: __('Dark', 'failed-intervention-guide'),
      },
    },
    'heading-level': {
      group: 'look',
      label: __('Level of its heading', 'failed-intervention-guide'),
      help: __('One below the heading that stands above it on the page.', 'failed-intervention-guide'),
      unset: '2',
      /* translators: %s: number of a heading level, 1 to 6. */
      value: (value) => sprintf(__('Heading %s', 'failed-intervention-guide'), value),
    },
    save: {
      group: 'privacy',
      label: __('Saving on the visitor’s device', 'failed-intervention-guide'),
      help: __(
        'If offered, visitors can keep what they wrote in their own browser. Nothing comes to you.',
        'failed-intervention-guide',
      ),
      unset: __('not offered', 'failed-intervention-guide'),
      values: {
        off: __('Not offered', 'failed-intervention-guide'),
        offer: __('Offered', 'failed-intervention-guide'),
      },
    },
    events: {
      group: 'privacy',
      label: __('What your site can learn', 'failed-intervention-guide'),
      help: __(
        'For scripts of your site. Visitors are told if their answers can be seen.',
        'failed-intervention-guide',
      ),
      unset: __('that something happened', 'failed-intervention-guide'),
      values: {
        off: __('Nothing', 'failed-intervention-guide'),
        coarse: __('That something happened', 'failed-intervention-guide'),
        full: __('Which answers are picked', 'failed-intervention-guide'),
      },
    },
    session: {
      group: 'privacy',
      label: __('Answers', 'failed-intervention-guide'),
      help: __(
        'Shared: what a visitor picks in one block shows in the others on the page.',
        'failed-intervention-guide',
      ),
      unset: __('shared on this page', 'failed-intervention-guide'),
      values: {
        shared: __('Shared on this page', 'failed-intervention-guide'),
        separate: __('For this block alone', 'failed-intervention-guide'),
      },
    },
    'leave-target': {
      group: 'privacy',
      label: __('“Leave quickly” goes to', 'failed-intervention-guide'),
      help: __(
        'An everyday page, such as the weather. Nothing on it should tell where the visitor was.',
        'failed-intervention-guide',
      ),
      unset: 'https://www.google.com/',
    },
    'sponsor-name': {
      group: 'center',
      label: __('Legal name', 'failed-intervention-guide'),
      help: __('Families see who offers this guide.', 'failed-intervention-guide'),
    },
    'sponsor-phone': {
      group: 'center',
      label: __('Phone', 'failed-intervention-guide'),
      help: __('The center’s office, such as (555) 010-0199.', 'failed-intervention-guide'),
    },
    'sponsor-license': {
      group: 'center',
      label: __('License', 'failed-intervention-guide'),
      help: __('Number, and the state that gave it.', 'failed-intervention-guide'),
    },
    'sponsor-paid-by': {
      group: 'center',
      label: __('Who pays for this guide', 'failed-intervention-guide'),
    },
    'sponsor-privacy-url': {
      group: 'center',
      label: __('Privacy policy', 'failed-intervention-guide'),
      help: __('Address that begins with https://.', 'failed-intervention-guide'),
    },
    'sponsor-health-data-url': {
      group: 'center',
      label: __('Policy on health data', 'failed-intervention-guide'),
      help: __('Address that begins with https://.', 'failed-intervention-guide'),
    },
    lead: {
      group: 'requests',
      label: __('Visitors can send a request', 'failed-intervention-guide'),
      unset: __('if there is a form', 'failed-intervention-guide'),
      values: {
        off: __('No', 'failed-intervention-guide'),
        offer: __('Yes, a script of this site takes it', 'failed-intervention-guide'),
      },
    },
    'lead-form': {
      group: 'requests',
      label: __('A form elsewhere on this page', 'failed-intervention-guide'),
      help: __(
        'Its selector, such as .wpcf7-form or #contact-form. Leave empty if the form is in this block.',
        'failed-intervention-guide',
      ),
    },
    'lead-fields': {
      group: 'requests',
      label: __('What goes into which field', 'failed-intervention-guide'),
      help: __(
        'Such as: contact.name: your-name; contact.phone: your-phone; summary: fig-summary',
        'failed-intervention-guide',
      ),
    },
    name: {
      group: 'requests',
      label: __('Field name of the summary', 'failed-intervention-guide'),
      help: __('Only where the whole guide stands inside a form.', 'failed-intervention-guide'),
    },
    'content-src': {
      group: 'advanced',
      label: __('Words of your own', 'failed-intervention-guide'),
      help: __('Address of a file with words that your developer made.', 'failed-intervention-guide'),
    },
  };

  function controlOf(name) {
    const known = CONTROLS[name];
    if (known) {
      return known;
    }
    const label = name.charAt(0).toUpperCase() + name.slice(1).replace(/-/g, ' ');
    return { group: 'advanced', label, help: data.attributes[name].about };
  }

  function languageName(code) {
    try {
      const own = new Intl.DisplayNames([code], { type: 'language' }).of(code);
      return own.charAt(0).toUpperCase() + own.slice(1);
    } catch {
      return code;
    }
  }

  /** A value as an author reads it. */
  function valueWords(name, value) {
    const { values = {}, value: words } = controlOf(name);
    if (name === 'region') {
      return data.regions[regionCode(value)] || value;
    }
    if (name === 'locale') {
      return languageName(value);
    }
    return words ? words(value) : values[value] || value;
  }

  // ---------------------------------------------------------------- values

  function regionCode(code) {
    const upper = String(code || '')
      .trim()
      .toUpperCase();
    return { GB: 'UK', USA: 'US' }[upper] || upper;
  }

  /** What is wrong with a value, as words for its author; nothing when it can be used. */
  function troubleWith(name, value) {
    const { kind, values } = data.attributes[name];
    const text = String(value || '').trim();
    if (!text) {
      return '';
    }
    if (kind === 'one-of' && !values.includes(text.toLowerCase())) {
      return sprintf(
        /* translators: %s: what an author wrote. */
        __('“%s” is not one of the choices. Choose one from the list.', 'failed-intervention-guide'),
        text,
      );
    }
    const isWeb = (scheme) => new RegExp(`^${scheme}://[^/?#\\s@]+([/?#]\\S*)?$`, 'i').test(text);
    if (kind === 'https' && !isWeb('https')) {
      return __(
        'This has to be a whole address that begins with https://. Until then it is not used.',
        'failed-intervention-guide',
      );
    }
    if (kind === 'address' && !isWeb('https?') && !/^(\/(?!\/)|\.{1,2}\/)\S*$/.test(text)) {
      return __(
        'This has to be an address that begins with https://, or a path such as /words.json. Until then it is not used.',
        'failed-intervention-guide',
      );
    }
    return '';
  }

  /** Settings that hold where a block says nothing: of the post, else of the site. */
  function inherited(name, postSettings) {
    if (postSettings && postSettings[name]) {
      return { from: 'post', value: postSettings[name] };
    }
    if (data.defaults && data.defaults[name]) {
      return { from: 'site', value: data.defaults[name] };
    }
    return undefined;
  }

  /** What an element is given, by attribute name: only what can be used, as PHP does it. */
  function effective(tag, attributes, postSettings) {
    const found = {};
    data.elements[tag].attributes.forEach((name) => {
      const own = ownValue(attributes, name);
      if (own && !troubleWith(name, own)) {
        found[name] = String(own);
        return;
      }
      const other = inherited(name, postSettings);
      if (other) {
        found[name] = other.value;
      }
    });
    return found;
  }

  /** The settings of the post that is edited, if it has any. */
  function usePostSettings() {
    return useSelect((get) => {
      const editor = get('core/editor');
      const meta = editor && editor.getEditedPostAttribute && editor.getEditedPostAttribute('meta');
      const settings = meta && meta[META_KEY];
      return settings && !Array.isArray(settings) ? settings : undefined;
    }, []);
  }

  // ---------------------------------------------------------------- crisis lines as words

  const localeOf = (values) => {
    const locale = String(values.locale || data.locale || 'en')
      .toLowerCase()
      .split('-')[0];
    return data.fallback[locale] ? locale : 'en';
  };

  /** The crisis lines of a region as the content of a paragraph. */
  function crisisHtml(values) {
    const { crisis } = data.fallback[localeOf(values)];
    const lines = crisis[regionCode(values.region)] || crisis[''];
    return lines
      .map((line) =>
        line
          .map((piece) =>
            typeof piece === 'string'
              ? escapeHtml(piece)
              : `<a href="${escapeHtml(piece.href)}">${escapeHtml(piece.text)}</a>`,
          )
          .join(''),
      )
      .join('<br>');
  }

  /** Whether a paragraph holds exactly the crisis lines of some region, as we wrote them. */
  function isOurWords(html) {
    return Object.keys(data.fallback).some((locale) =>
      Object.keys(data.fallback[locale].crisis).some((region) => crisisHtml({ locale, region }) === html),
    );
  }

  // ---------------------------------------------------------------- settings at the side

  const siteChoice = (name, postSettings) => {
    const other = inherited(name, postSettings);
    if (other) {
      const words = valueWords(name, other.value);
      return other.from === 'post'
        ? /* translators: %s: the value that is set for this post. */
          sprintf(__('As set for this post (%s)', 'failed-intervention-guide'), words)
        : /* translators: %s: the value that is set for the site. */
          sprintf(__('Site setting (%s)', 'failed-intervention-guide'), words);
    }
    return __('Not set', 'failed-intervention-guide');
  };

  /** The closed list of a setting, if it has one. Words of one's own may bring other regions and languages. */
  function choicesOf(name, hasOwnWords) {
    if (name === 'region' && !hasOwnWords) {
      return Object.keys(data.regions);
    }
    if (name === 'locale' && !hasOwnWords) {
      return data.locales;
    }
    const { kind, values } = data.attributes[name];
    return kind === 'one-of' ? values : undefined;
  }

  function Control({ name, value, onChange, postSettings, hasOwnWords }) {
    const { label, help, unset } = controlOf(name);
    const trouble = troubleWith(name, value);
    const choices = choicesOf(name, hasOwnWords);
    const other = inherited(name, postSettings);
    /* translators: %s: what holds when nothing is set. */
    const otherwise = unset && !value && !other && sprintf(__('If not set: %s.', 'failed-intervention-guide'), unset);
    const shown = trouble
      ? el('span', { className: 'fig-editor-trouble', role: 'alert' }, trouble)
      : [help, choices && otherwise].filter(Boolean).join(' ');
    // An empty field takes what was set elsewhere.
    const change = (next) => onChange(next === '' ? undefined : next);
    if (choices) {
      const options = choices.map((choice) => ({ value: choice, label: valueWords(name, choice) }));
      const isListed = !value || choices.includes(value);
      return el(SelectControl, {
        label,
        help: shown,
        value: value || '',
        options: [
          { value: '', label: siteChoice(name, postSettings) },
          ...options,
          ...(isListed ? [] : [{ value, label: valueWords(name, value) }]),
        ],
        onChange: change,
        'data-fig-setting': name,
        __nextHasNoMarginBottom: true,
        __next40pxDefaultSize: true,
      });
    }
    return el(TextControl, {
      label,
      help: shown,
      value: value || '',
      placeholder: other ? other.value : unset || '',
      onChange: change,
      type: 'text',
      spellCheck: false,
      'aria-invalid': trouble ? 'true' : undefined,
      'data-fig-setting': name,
      __nextHasNoMarginBottom: true,
      __next40pxDefaultSize: true,
    });
  }

  /** The settings of some attributes, in groups. `children` come at the end of a group, by its name. */
  function Controls({ names, valueOf, onChange, postSettings, extra = {}, wrap }) {
    const hasOwnWords = Boolean(valueOf('content-src') || inherited('content-src', postSettings));
    return GROUPS.map(([group, title], index) => {
      const own = inOrder(names).filter((name) => controlOf(name).group === group);
      if (!own.length) {
        return null;
      }
      const fields = own.map((name) =>
        el(
          'div',
          { key: name, className: 'fig-editor-field' },
          el(Control, {
            name,
            value: valueOf(name),
            onChange: (value) => onChange(name, value),
            postSettings,
            hasOwnWords,
          }),
        ),
      );
      if (wrap) {
        return wrap(group, title, fields);
      }
      // WordPress has such a group of its own.
      return group === 'advanced'
        ? el(InspectorAdvancedControls, { key: group }, fields, extra[group])
        : el(
            InspectorControls,
            { key: group },
            el(PanelBody, { title, initialOpen: index === 0 }, extra[group], fields),
          );
    });
  }

  // ---------------------------------------------------------------- preview

  const loading = new WeakMap();

  /** Loads the kit into the document of the canvas, which may be a frame; once each. */
  function loadKit(doc) {
    if (!loading.has(doc)) {
      loading.set(
        doc,
        new Promise((resolve, reject) => {
          const script = doc.createElement('script');
          script.type = 'module';
          script.src = data.scriptUrl;
          script.addEventListener('load', resolve);
          script.addEventListener('error', () => {
            loading.delete(doc); // the next block may have more luck
            script.remove();
            reject(new Error('The script of the kit did not come.'));
          });
          doc.head.appendChild(script);
        }),
      );
    }
    return loading.get(doc);
  }

  const PREVIEW_MS = 20000;

  /**
   * The element itself, as visitors will see it, but only to look at: `inert` keeps pointer and keyboard away, and
   * `data-fig-preview` tells the kit not to leave the page for Shift pressed three times, which would lose the post.
   */
  function Preview({ tag, values, hasForm }) {
    const box = useRef();
    const shown = useRef();
    const [state, setState] = useState('loading');
    const [isTall, setTall] = useState(false);
    const [isOpen, setOpen] = useState(false);
    const [attempt, setAttempt] = useState(0);
    const key = JSON.stringify(values);

    useEffect(() => {
      const doc = box.current.ownerDocument;
      const view = doc.defaultView;
      let isGone = false;
      const late = view.setTimeout(
        () => !isGone && setState((now) => (now === 'loading' ? 'failed' : now)),
        PREVIEW_MS,
      );
      const stay = (event) => event.preventDefault();
      box.current.addEventListener('fig-leave', stay);
      setState('loading');
      loadKit(doc)
        .then(() => view.customElements.whenDefined(tag))
        .then(
          () => !isGone && setState('ready'),
          () => !isGone && setState('failed'),
        );
      const watch = new view.ResizeObserver(() => {
        const height = shown.current ? shown.current.getBoundingClientRect().height : 0;
        setTall(height > 560);
      });
      watch.observe(box.current);
      return () => {
        isGone = true;
        view.clearTimeout(late);
        watch.disconnect();
      };
    }, [tag, attempt]);

    useEffect(() => {
      const doc = box.current.ownerDocument;
      const element = doc.createElement(tag);
      Object.keys(values).forEach((name) => element.setAttribute(name, values[name]));
      if (values.events === 'off') {
        element.setAttribute('events', 'coarse'); // so that leaving can be called off
      }
      element.setAttribute('session', 'separate');
      if (data.accent) {
        element.style.setProperty('--fig-accent', data.accent);
      }
      if (hasForm) {
        const form = doc.createElement('form');
        form.slot = 'lead-form';
        element.append(form);
      }
      if (shown.current && shown.current.isConnected) {
        shown.current.replaceWith(element);
      } else {
        box.current.append(element);
      }
      shown.current = element;
    }, [tag, key, hasForm, attempt]);

    return el(
      Fragment,
      null,
      el(
        'div',
        {
          className: `fig-editor-preview${isTall && !isOpen ? ' is-cut' : ''}${state === 'ready' ? '' : ' is-hidden'}`,
        },
        el('div', {
          ref: box,
          className: 'fig-editor-preview-inner',
          lang: values.locale || data.locale,
          inert: '',
          'data-fig-preview': '',
          'aria-hidden': 'true',
        }),
      ),
      state === 'loading' &&
        el('p', { className: 'fig-editor-hint' }, __('The preview is loading …', 'failed-intervention-guide')),
      state === 'failed' &&
        el(
          Message,
          { status: 'warning' },
          el(
            'p',
            null,
            __(
              'The preview could not be loaded. The words below are what visitors see if that happens to them too.',
              'failed-intervention-guide',
            ),
          ),
          el(
            'p',
            null,
            sprintf(
              /* translators: %s: address of a script. */
              __(
                'Open %s in a new tab. If you see code, try again, and take your ad blocker or security plugin off this page. If not, ask who runs the site to install the plugin again.',
                'failed-intervention-guide',
              ),
              data.scriptUrl,
            ),
          ),
          el(
            Button,
            { variant: 'secondary', onClick: () => setAttempt(attempt + 1) },
            __('Try again', 'failed-intervention-guide'),
          ),
        ),
      state === 'ready' &&
        isTall &&
        el(
          Button,
          { variant: 'link', className: 'fig-editor-more', onClick: () => setOpen(!isOpen), 'aria-expanded': isOpen },
          isOpen
            ? __('Show less of the preview', 'failed-intervention-guide')
            : __('Show all of the preview', 'failed-intervention-guide'),
        ),
    );
  }

  // ---------------------------------------------------------------- notices in a block

  const Message = ({ status, children }) =>
    el(Notice, { status, isDismissible: false, className: 'fig-editor-notice' }, children);

  const settingsLink = () =>
    data.canManage && data.settingsUrl
      ? el(ExternalLink, { href: data.settingsUrl }, __('Open the settings of the site', 'failed-intervention-guide'))
      : null;

  /** What an author should know or do, most urgent first. */
  function troublesOf({ tag, attributes, values, hasForm, count, unknown }) {
    const found = [];
    const say = (id, status, text, link) => found.push({ id, status, text, link });
    const hasOwnWords = Boolean(values['content-src']);
    const region = regionCode(values.region);
    const known = Object.keys(data.regions)
      .map((code) => data.regions[code])
      .join(', ');

    if (!hasOwnWords && region && !data.regions[region]) {
      say(
        'region-unknown',
        'error',
        sprintf(
          /* translators: 1: a region, 2: names of countries. */
          __(
            'There are no crisis lines for “%1$s”. Visitors read “call your local emergency number”. Choose a region at the side, under “Words and region”. There is %2$s.',
            'failed-intervention-guide',
          ),
          values.region,
          known,
        ),
      );
    } else if (!hasOwnWords && !region && data.elements[tag].attributes.includes('region')) {
      say(
        'region-missing',
        'warning',
        __(
          'No region is set, so visitors see no crisis line of their country. Choose one at the side, under “Words and region”.',
          'failed-intervention-guide',
        ),
        settingsLink(),
      );
    }

    data.elements[tag].attributes.forEach((name) => {
      const trouble = troubleWith(name, ownValue(attributes, name));
      if (trouble) {
        say(`value-${name}`, 'error', `${controlOf(name).label}: ${trouble}`);
      }
    });

    if (hasFormSlot(tag)) {
      const isWanted =
        values.lead !== 'off' && (values.lead === 'offer' || values['lead-form'] || values.name || hasForm);
      const missing = SPONSOR_FACTS.filter((name) => !values[name]).map((name) => controlOf(name).label);
      if (isWanted && !hasOwnWords && missing.length) {
        say(
          'sponsor-incomplete',
          'warning',
          sprintf(
            /* translators: %s: names of fields. */
            _n(
              'Visitors cannot ask for your center yet. One fact about it is missing: %s. Fill it in at the side, under “The center”.',
              'Visitors cannot ask for your center yet. Facts about it are missing: %s. Fill them in at the side, under “The center”.',
              missing.length,
              'failed-intervention-guide',
            ),
            missing.join(', '),
          ),
          settingsLink(),
        );
      } else if (isWanted && !hasOwnWords && data.locators && !data.locators.includes(region)) {
        say(
          'lead-region',
          'warning',
          sprintf(
            /* translators: %s: names of countries. */
            __(
              'Visitors cannot ask for your center in this region, as the guide knows no neutral place there to look for other help. It does for: %s.',
              'failed-intervention-guide',
            ),
            data.locators.map((code) => data.regions[code] || code).join(', '),
          ),
        );
      }
      if (!isWanted && tag === 'center-contact') {
        say(
          'contact-without-way',
          'warning',
          __(
            'This block shows only the way to help until it knows where a request goes. Put your form into it: at the side, under “Requests for the center”.',
            'failed-intervention-guide',
          ),
        );
      }
    }

    if (count > 1) {
      say(
        'two-guides',
        'warning',
        __(
          'This page has more than one guide. Visitors meet the same questions twice, and answers show in both. Remove one.',
          'failed-intervention-guide',
        ),
      );
    }

    if (unknown.length) {
      say(
        'unknown',
        'warning',
        sprintf(
          /* translators: %s: names of settings. */
          __(
            'The kit on this site does not know these settings, so visitors see the block without them: %s. They may be misspelled, or need a newer version of the plugin.',
            'failed-intervention-guide',
          ),
          unknown.join(', '),
        ),
      );
    }
    return found;
  }

  // ---------------------------------------------------------------- settings that are not known

  const SUPPORTED = ['align', 'anchor', 'className', 'lock', 'metadata', 'style'];
  const unknownSettings = new Map();

  const isElementBlock = (name) => Boolean(tagOfBlock(name));
  const knownProps = (tag) => data.elements[tag].attributes.map(propOf);

  /**
   * Lets a block keep a setting we do not know. WordPress drops what a block has not declared, so a page made with a
   * newer version would lose its settings when an older one saves it.
   */
  function keepUnknown(blockType, given) {
    const tag = tagOfBlock(blockType.name);
    Object.keys(given || {}).forEach((key) => {
      const isText = typeof given[key] === 'string';
      if (blockType.attributes[key] || SUPPORTED.includes(key) || !isText || !/^[a-z][a-zA-Z0-9]*$/.test(key)) {
        return;
      }
      blockType.attributes[key] = { type: 'string' };
      unknownSettings.set(tag, [...(unknownSettings.get(tag) || []), key]);
    });
  }

  wp.hooks.addFilter('blocks.getBlockAttributes', `${NAMESPACE}/keep-unknown`, (found, blockType, html, given) => {
    if (!isElementBlock(blockType.name) || !given) {
      return found;
    }
    keepUnknown(blockType, given);
    const kept = { ...found };
    (unknownSettings.get(tagOfBlock(blockType.name)) || []).forEach((key) => {
      if (typeof given[key] === 'string') {
        kept[key] = given[key];
      }
    });
    return kept;
  });

  // ---------------------------------------------------------------- the blocks

  /** The first words of a new block: crisis lines, which stay in the post even without the plugin. */
  const firstWords = (values) => [['core/paragraph', { content: crisisHtml(values) }]];

  /** The block of a form plugin if there is one, else a shortcode. */
  const formTemplate = () => {
    const plugin = ['contact-form-7/contact-form-selector', 'wpforms/form-selector', 'gravityforms/form'].find((name) =>
      getBlockType(name),
    );
    return [[plugin || 'core/shortcode', {}]];
  };

  /** Crisis lines that we wrote follow region and language. What an author changed stays. */
  function useFreshWords(clientId, values) {
    const words = crisisHtml(values);
    const { updateBlockAttributes, __unstableMarkNextChangeAsNotPersistent: quietly } =
      useDispatch('core/block-editor');
    const before = useRef(words);
    useEffect(() => {
      if (before.current === words) {
        return;
      }
      before.current = words;
      select('core/block-editor')
        .getBlocks(clientId)
        .filter(({ name, attributes }) => name === 'core/paragraph' && isOurWords(String(attributes.content)))
        .forEach((block) => {
          if (quietly) {
            quietly();
          }
          updateBlockAttributes(block.clientId, { content: words });
        });
    }, [words]);
  }

  const editOf = (tag) =>
    function Edit({ attributes, setAttributes, clientId }) {
      const element = data.elements[tag];
      const postSettings = usePostSettings();
      const values = effective(tag, attributes, postSettings);
      const inside = useSelect(
        (get) => {
          const editor = get('core/block-editor');
          const blocks = editor.getBlocks(clientId);
          const form = blocks.find(({ name }) => name === FORM_BLOCK);
          return {
            formId: form && form.clientId,
            count: tag === NAMESPACE ? editor.getGlobalBlockCount(blockOf(tag)) : 1,
          };
        },
        [clientId],
      );
      const { insertBlock, selectBlock } = useDispatch('core/block-editor');
      useFreshWords(clientId, values);
      const known = knownProps(tag);
      const unknown = (unknownSettings.get(tag) || []).filter((key) => attributes[key] && !known.includes(key));
      const hasForm = Boolean(inside.formId);
      const troubles = troublesOf({ tag, attributes, values, hasForm, count: inside.count, unknown });

      const addForm = () => {
        const block = createBlock(
          FORM_BLOCK,
          {},
          formTemplate().map(([name, given]) => createBlock(name, given)),
        );
        insertBlock(block, undefined, clientId);
      };
      const formButton = hasFormSlot(tag)
        ? el(
            'div',
            { key: 'form', className: 'fig-editor-field' },
            el(
              Button,
              { variant: 'secondary', onClick: hasForm ? () => selectBlock(inside.formId) : addForm },
              hasForm
                ? __('Go to the form in this block', 'failed-intervention-guide')
                : __('Put your form into this block', 'failed-intervention-guide'),
            ),
            el(
              'p',
              { className: 'fig-editor-help' },
              __(
                'The guide fills the form in once a visitor agreed. The visitor sends it themselves.',
                'failed-intervention-guide',
              ),
            ),
          )
        : null;
      const clear = unknown.length
        ? el(
            Button,
            {
              key: 'clear',
              variant: 'secondary',
              onClick: () => setAttributes(Object.fromEntries(unknown.map((name) => [name, undefined]))),
            },
            __('Remove settings that are not known', 'failed-intervention-guide'),
          )
        : null;

      const words = useInnerBlocksProps({ className: 'fig-editor-words-inner' }, { template: firstWords(values) });
      return el(
        Fragment,
        null,
        el(Controls, {
          names: element.attributes,
          valueOf: (name) => ownValue(attributes, name),
          onChange: (name, value) => setAttributes({ [propOf(name)]: value }),
          postSettings,
          extra: { requests: formButton, advanced: clear },
        }),
        el(
          'div',
          useBlockProps({ className: 'fig-editor-block' }),
          troubles.map(({ id, status, text, link }) =>
            el(Message, { key: id, status }, el('p', { 'data-fig-notice': id }, text), link),
          ),
          el(Preview, { tag, values, hasForm }),
          el(
            'div',
            { className: 'fig-editor-words' },
            el(
              'p',
              { className: 'fig-editor-label' },
              __('Shown until the guide is ready, and where scripts are off', 'failed-intervention-guide'),
            ),
            el('div', words),
          ),
        ),
      );
    };

  /** Whether the author may publish a raw form. Others lose it when they save. */
  const mayPostForms = (get) => {
    const editor = get('core/editor');
    const post = editor && editor.getCurrentPost && editor.getCurrentPost();
    return !post || !post._links || Boolean(post._links['wp:action-unfiltered-html']);
  };

  function EditForm({ clientId }) {
    const { isLost, isEmpty } = useSelect(
      (get) => {
        const blocks = get('core/block-editor').getBlocks(clientId);
        const hasHtml = blocks.some(
          ({ name, attributes }) => name === 'core/html' && /<(form|input)\b/i.test(attributes.content),
        );
        return {
          isLost: hasHtml && !mayPostForms(get),
          isEmpty: !blocks.some(
            ({ name, attributes }) => name !== 'core/shortcode' || String(attributes.text || '').trim(),
          ),
        };
      },
      [clientId],
    );
    const inner = useInnerBlocksProps({ className: 'fig-editor-words-inner' }, { template: formTemplate() });
    return el(
      'div',
      useBlockProps({ className: 'fig-editor-form' }),
      el(
        'p',
        { className: 'fig-editor-label' },
        __('Your form: shown inside the guide once a visitor agreed to be contacted', 'failed-intervention-guide'),
      ),
      isLost &&
        el(
          Message,
          { status: 'warning' },
          el(
            'p',
            { 'data-fig-notice': 'form-lost' },
            __(
              'WordPress takes a raw form out when you save, as your role may not publish one. Use the block or shortcode of your form plugin.',
              'failed-intervention-guide',
            ),
          ),
        ),
      isEmpty &&
        el(
          'p',
          { className: 'fig-editor-hint' },
          __(
            'Add your form here: its block, or its shortcode, such as [contact-form-7 id="…"].',
            'failed-intervention-guide',
          ),
        ),
      el('div', inner),
    );
  }

  // ---------------------------------------------------------------- snippets and shortcodes become blocks

  /** What stands on an element for other reasons. */
  const isForeign = (name) =>
    /^(class|id|style|slot|hidden|lang|dir|is|part|role|title|tabindex)$|^(on|aria-|xml|wp-)/.test(name);

  /** The kit's tag that a node stands for: the element, or the div with its class. */
  function tagOfNode(node) {
    const name = node.nodeName.toLowerCase();
    if (data.elements[name]) {
      return name;
    }
    return name === 'div' ? TAGS.find((tag) => node.classList.contains(tag)) : undefined;
  }

  const OURS = TAGS.concat(TAGS.map((tag) => `div.${tag}`)).join();
  const FORM = '[slot="lead-form"],[data-slot="lead-form"]';

  /** Attributes of a block from pairs of names and values; names as in HTML. */
  function toAttributes(tag, pairs) {
    const blockType = getBlockType(blockOf(tag));
    const attributes = {};
    pairs.forEach(([name, value]) => {
      const plain = name.toLowerCase().replace(/_/g, '-');
      if (!isForeign(plain) && value !== '' && value !== null && value !== undefined) {
        attributes[data.attributes[plain] ? propOf(plain) : camel(plain)] = String(value).trim();
      }
    });
    keepUnknown(blockType, attributes);
    return attributes;
  }

  /** HTML as blocks. A form stays as it is. */
  function toBlocks(html) {
    if (!html.trim()) {
      return [];
    }
    if (/<(form|input|select|textarea|button)\b/i.test(html)) {
      return [createBlock('core/html', { content: html.trim() })];
    }
    const shortcode = /^\s*(?:<p>)?\s*(\[[\w-]+[^\]]*\])\s*(?:<\/p>)?\s*$/.exec(html);
    return shortcode ? [createBlock('core/shortcode', { text: shortcode[1] })] : rawHandler({ HTML: html });
  }

  const toFormBlock = (html) => createBlock(FORM_BLOCK, {}, toBlocks(html));

  /** A block from a node of ours. Its children become the words in it, its form a block of its own. */
  function fromNode(node) {
    const tag = tagOfNode(node);
    const isDiv = node.nodeName === 'DIV';
    const pairs = Array.from(node.attributes)
      .filter(({ name }) => (isDiv ? name.startsWith('data-') : !name.startsWith('data-')))
      .map(({ name, value }) => [isDiv ? name.slice(5) : name, value]);
    const inside = node.cloneNode(true);
    const forms = hasFormSlot(tag) ? Array.from(inside.querySelectorAll(FORM)) : [];
    const formBlocks = forms.map((form) => {
      form.remove();
      form.removeAttribute('slot');
      form.removeAttribute('data-slot');
      return toFormBlock(form.nodeName === 'DIV' ? form.innerHTML : form.outerHTML);
    });
    inside.querySelectorAll('script').forEach((script) => script.remove());
    const words = toBlocks(inside.innerHTML);
    if (node.lang && !pairs.some(([name]) => name === 'locale')) {
      pairs.push(['locale', node.lang]);
    }
    const attributes = { ...toAttributes(tag, pairs), ...(node.id && { anchor: node.id }) };
    return createBlock(blockOf(tag), attributes, [...wordsOr(words, tag, attributes), ...formBlocks]);
  }

  /** Words, or the crisis lines where there are none. */
  const wordsOr = (words, tag, attributes) =>
    words.length
      ? words
      : firstWords(effective(tag, attributes, undefined)).map(([name, given]) => createBlock(name, given));

  const parseHtml = (html) => {
    const doc = document.implementation.createHTMLDocument('');
    doc.body.innerHTML = html;
    return doc.body;
  };

  const isKitScript = (node) => node.nodeName === 'SCRIPT' && /embed\.js([?#]|$)/.test(node.getAttribute('src') || '');

  /** Everything in HTML as blocks: ours, and Custom HTML for what stands around. */
  function fromHtml(html) {
    const blocks = [];
    const rest = [];
    const flush = () => {
      const text = rest.splice(0).join('').trim();
      if (text && text.replace(/<!--[^]*?-->/g, '').trim()) {
        blocks.push(createBlock('core/html', { content: text }));
      }
    };
    const walk = (parent) =>
      Array.from(parent.childNodes).forEach((node) => {
        if (node.nodeType === 1 && tagOfNode(node)) {
          flush();
          blocks.push(fromNode(node));
        } else if (node.nodeType === 1 && isKitScript(node)) {
          // The plugin brings the script.
        } else if (node.nodeType === 1 && node.querySelector(OURS)) {
          walk(node); // a wrapper
        } else {
          rest.push(node.nodeType === 1 ? node.outerHTML : node.nodeType === 3 ? escapeHtml(node.data) : '');
        }
      });
    walk(parseHtml(html));
    flush();
    return blocks;
  }

  const holdsOurs = (html) =>
    TAGS.some((tag) => String(html || '').includes(tag)) && Boolean(parseHtml(String(html)).querySelector(OURS));

  /** Values in shortcodes come with entities, or with the quotes of a word processor. */
  function shortcodeValue(value) {
    const area = document.createElement('textarea');
    area.innerHTML = String(value).replace(/</g, '&lt;');
    return area.value.replace(/^[\s“”„″«»]+|[\s“”„″«»]+$/g, '');
  }

  function fromShortcode(tag, { named }, content) {
    const attributes = toAttributes(
      tag,
      Object.keys(named).map((name) => [name, shortcodeValue(named[name])]),
    );
    const forms = [];
    const inside = wp.shortcode.replace(FORM_TAG_SHORTCODE, String(content || ''), (match) => {
      forms.push(
        toFormBlock(String(match.content || '').replace(/^(<\/p>|<br\s*\/?>|\s)+|(<p>|<br\s*\/?>|\s)+$/g, '')),
      );
      return ' '; // nothing at all would leave the shortcode where it is
    });
    const clean = inside.replace(/^\s*<\/p>|<p>\s*$/g, '');
    const words = hasWords(clean)
      ? toBlocks(/<(p|h\d|ul|ol|div|section)\b/i.test(clean) ? clean : `<p>${clean}</p>`)
      : [];
    return createBlock(blockOf(tag), attributes, [...wordsOr(words, tag, attributes), ...forms]);
  }

  const hasWords = (html) => Boolean(parseHtml(html).textContent.trim());

  const nextShortcode = (text) =>
    TAGS.map((tag) => ({ tag, match: wp.shortcode.next(shortcodeOf(tag), String(text || '')) }))
      .filter(({ match }) => match)
      .sort((one, other) => one.match.index - other.match.index)[0];

  /** Blocks from a text with our shortcodes. */
  function fromShortcodes(text) {
    const found = nextShortcode(text);
    if (!found) {
      return text.trim() ? [createBlock('core/shortcode', { text: text.trim() })] : [];
    }
    const { tag, match } = found;
    return [
      ...fromShortcodes(text.slice(0, match.index)),
      fromShortcode(tag, match.shortcode.attrs, match.shortcode.content),
      ...fromShortcodes(text.slice(match.index + match.content.length)),
    ];
  }

  // ---------------------------------------------------------------- blocks become snippets and shortcodes

  const innerHtml = (blocks, formOf) =>
    blocks
      .map((block) =>
        block.name === FORM_BLOCK
          ? formOf(innerHtml(block.innerBlocks, formOf))
          : block.name === 'core/shortcode'
            ? block.attributes.text || ''
            : wp.blocks.getBlockContent(block),
      )
      .join('\n')
      .replace(/<!--\s*\/?wp:[^]*?-->/g, '')
      .trim();

  const pairsOf = (tag, attributes) =>
    data.elements[tag].attributes.map((name) => [name, ownValue(attributes, name)]).filter(([, value]) => value);

  function toShortcode(tag, attributes, innerBlocks) {
    const inShortcode = (value) => escapeHtml(value).replace(/\[/g, '&#091;').replace(/\]/g, '&#093;');
    const given = pairsOf(tag, attributes).map(([name, value]) => ` ${shortcodeOf(name)}="${inShortcode(value)}"`);
    const inside = innerHtml(innerBlocks, (form) => `[${FORM_TAG_SHORTCODE}]${form}[/${FORM_TAG_SHORTCODE}]`);
    return `[${shortcodeOf(tag)}${given.join('')}]${inside}[/${shortcodeOf(tag)}]`;
  }

  function toHtml(tag, attributes, innerBlocks) {
    const given = pairsOf(tag, attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
    const inside = innerHtml(innerBlocks, (form) => `<div slot="lead-form">${form}</div>`);
    return `<section><${tag}${given.join('')}>${inside}</${tag}></section>`;
  }

  // ---------------------------------------------------------------- transforms

  /** Attributes of one block that another one takes too. */
  function fitting(tag, attributes) {
    const known = [...knownProps(tag), ...SUPPORTED];
    return Object.fromEntries(Object.entries(attributes).filter(([key]) => known.includes(key)));
  }

  function transformsOf(tag) {
    const names = data.elements[tag].attributes;
    const isOwn = (node) => tagOfNode(node) === tag;
    const only = (node) => {
      const found = Array.from(node.querySelectorAll(OURS)).filter((one) => !one.parentElement.closest(OURS));
      return found.length === 1 ? found[0] : undefined;
    };
    const isWrapper = (node) => {
      const found = /^(SECTION|DIV|P)$/.test(node.nodeName) && !tagOfNode(node) ? only(node) : undefined;
      return Boolean(found) && isOwn(found);
    };
    const children = '*';
    // The first block of the wrong name may stand in for any of them where several are in one text.
    const others = tag === NAMESPACE ? TAGS.filter((other) => other !== NAMESPACE) : [NAMESPACE];
    const from = [
      {
        type: 'shortcode',
        tag: [shortcodeOf(tag)],
        transform: (attrs, match) => fromShortcode(tag, attrs, match.shortcode.content),
      },
      {
        type: 'raw',
        priority: 1,
        isMatch: (node) => isOwn(node) || isWrapper(node),
        schema: {
          [tag]: { attributes: names, children, allowEmpty: true },
          // WordPress merges the schemas of all blocks, but not lists of classes; so one block has it for all.
          ...(tag === NAMESPACE && {
            div: {
              attributes: Object.keys(data.attributes).map((name) => `data-${name}`),
              classes: TAGS,
              children,
              allowEmpty: true,
              isMatch: (node) => Boolean(tagOfNode(node) || only(node)),
            },
            section: { children, isMatch: (node) => Boolean(only(node)) },
          }),
        },
        transform: (node) => {
          const block = fromNode(isOwn(node) ? node : only(node));
          node.removeAttribute('class'); // else WordPress makes it a class of the block
          return block;
        },
      },
      {
        type: 'block',
        blocks: others.map(blockOf),
        transform: (attributes, innerBlocks) =>
          createBlock(
            blockOf(tag),
            fitting(tag, attributes),
            innerBlocks.filter(({ name }) => name !== FORM_BLOCK || hasFormSlot(tag)),
          ),
      },
    ];
    from.push(
      {
        type: 'block',
        blocks: ['core/shortcode'],
        isMatch: ({ text }) => (nextShortcode(text) || {}).tag === tag,
        transform: ({ text }) => fromShortcodes(text),
      },
      ...['core/html', 'core/freeform'].map((name) => ({
        type: 'block',
        blocks: [name],
        isMatch: ({ content }) =>
          holdsOurs(content)
            ? tagOfNode(parseHtml(content).querySelector(OURS)) === tag
            : (nextShortcode(content) || {}).tag === tag,
        transform: ({ content }) => (holdsOurs(content) ? fromHtml(content) : fromShortcodes(content)),
      })),
    );
    const to = [
      {
        type: 'block',
        blocks: ['core/shortcode'],
        transform: (attributes, innerBlocks) =>
          createBlock('core/shortcode', { text: toShortcode(tag, attributes, innerBlocks) }),
      },
      {
        type: 'block',
        blocks: ['core/html'],
        transform: (attributes, innerBlocks) =>
          createBlock('core/html', { content: toHtml(tag, attributes, innerBlocks) }),
      },
    ];
    return { from, to };
  }

  // ---------------------------------------------------------------- pasting

  /** Pasted blocks, with Custom HTML and shortcodes that hold ours made into ours. Nothing when there is none of ours. */
  function pastedBlocks(text) {
    if (text.includes('<!-- wp:')) {
      let isChanged = false;
      const blocks = wp.blocks.parse(text).flatMap((block) => {
        const { name, attributes } = block;
        const html = name === 'core/html' && holdsOurs(attributes.content);
        const shortcode = name === 'core/shortcode' && nextShortcode(attributes.text);
        if (!html && !shortcode) {
          return [block];
        }
        isChanged = true;
        return html ? fromHtml(attributes.content) : fromShortcodes(attributes.text);
      });
      return isChanged ? blocks : undefined;
    }
    return holdsOurs(text) ? fromHtml(text) : undefined;
  }

  /**
   * WordPress takes code that is pasted as one line for words in a paragraph, and destroys it. So a snippet of ours is
   * handed on as blocks. Fields and places for plain text get it as it is.
   */
  function onPaste(event) {
    const { clipboardData, target } = event;
    if (!clipboardData || event.figPassed) {
      return;
    }
    if (!target.closest || target.closest('textarea,input,.wp-block-code,.wp-block-preformatted,.components-panel')) {
      return;
    }
    const plain = clipboardData.getData('text/plain');
    const rich = clipboardData.getData('text/html');
    const isInEditor = target.closest('.block-editor-writing-flow,.editor-styles-wrapper,.is-root-container');
    const blocks = isInEditor ? pastedBlocks(plain) || (rich && pastedBlocks(rich)) : undefined;
    if (!blocks || !blocks.length) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const view = target.ownerDocument.defaultView;
    const passed = new view.DataTransfer();
    passed.setData('text/plain', plain);
    passed.setData('text/html', serialize(blocks));
    const again = new view.ClipboardEvent('paste', {
      bubbles: true,
      cancelable: true,
      composed: true,
      clipboardData: passed,
    });
    again.figPassed = true;
    target.dispatchEvent(again);
    wp.a11y.speak(__('Pasted as a block of the Failed Intervention Guide.', 'failed-intervention-guide'));
  }

  const heard = new WeakSet();
  function hearPaste(doc) {
    if (doc && !heard.has(doc)) {
      heard.add(doc);
      doc.addEventListener('paste', onPaste, true);
    }
  }

  // ---------------------------------------------------------------- one post

  /** Settings of one post, for all blocks in it. */
  function PostPanel() {
    const settings = useSelect((get) => {
      const meta = get('core/editor').getEditedPostAttribute('meta');
      return meta && META_KEY in meta ? meta[META_KEY] : undefined;
    }, []);
    const { editPost } = useDispatch('core/editor');
    const Panel =
      (wp.editor && wp.editor.PluginDocumentSettingPanel) || (wp.editPost && wp.editPost.PluginDocumentSettingPanel);
    if (settings === undefined || !Panel) {
      return null;
    }
    const own = Array.isArray(settings) || !settings ? {} : settings;
    const change = (name, value) => {
      const next = Object.fromEntries(Object.entries(own).filter(([other]) => other !== name));
      if (value) {
        next[name] = value;
      }
      editPost({ meta: { [META_KEY]: next } });
    };
    return el(
      Panel,
      {
        name: 'settings',
        title: __('Failed Intervention Guide', 'failed-intervention-guide'),
        className: 'fig-editor-post',
      },
      el(
        'p',
        { className: 'fig-editor-help' },
        __(
          'For all guides and parts of it in this post. Left empty, the settings of the site hold.',
          'failed-intervention-guide',
        ),
      ),
      el(Controls, {
        names: data.siteAttributes,
        valueOf: (name) => own[name],
        onChange: change,
        postSettings: undefined,
        wrap: (group, title, fields) =>
          el('fieldset', { key: group, className: 'fig-editor-group' }, el('legend', null, title), fields),
      }),
    );
  }

  // ---------------------------------------------------------------- start

  const ICON = el(
    'svg',
    {
      viewBox: '0 0 24 24',
      xmlns: 'http://www.w3.org/2000/svg',
      width: 24,
      height: 24,
      'aria-hidden': true,
      focusable: false,
    },
    el('path', {
      d: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 1.6a7.4 7.4 0 1 1 0 14.8 7.4 7.4 0 0 1 0-14.8Zm3.9 3.5-2.3 5.5-5.5 2.3 2.3-5.5 5.5-2.3ZM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
    }),
  );

  const save = () => el(InnerBlocks.Content);

  TAGS.forEach((tag) => {
    registerBlockType(blockOf(tag), {
      ...(tag === NAMESPACE && { icon: ICON }),
      edit: editOf(tag),
      save,
      transforms: transformsOf(tag),
      deprecated: [],
    });
  });

  registerBlockType(FORM_BLOCK, { edit: EditForm, save, deprecated: [] });

  registerBlockVariation(blockOf(NAMESPACE), {
    name: 'with-form',
    title: __('Guide with Your Form', 'failed-intervention-guide'),
    description: __(
      'The whole guide, with a place for the form by which a visitor asks your center to be in touch.',
      'failed-intervention-guide',
    ),
    keywords: [
      __('failed intervention guide', 'failed-intervention-guide'),
      __('form', 'failed-intervention-guide'),
      __('request', 'failed-intervention-guide'),
    ],
    scope: ['inserter'],
    innerBlocks: [...firstWords({ ...data.defaults }), [FORM_BLOCK, {}]],
  });

  hearPaste(document);
  // The canvas may be a frame that comes later. A frame's load does not bubble, but can be caught on its way.
  const hearFrame = (frame) => frame && frame.name === 'editor-canvas' && hearPaste(frame.contentDocument);
  document.addEventListener('load', (event) => hearFrame(event.target), true);

  wp.domReady(() => {
    hearFrame(document.querySelector('iframe[name="editor-canvas"]'));
    const hasPanel =
      (wp.editor && wp.editor.PluginDocumentSettingPanel) || (wp.editPost && wp.editPost.PluginDocumentSettingPanel);
    if (hasPanel) {
      wp.plugins.registerPlugin(NAMESPACE, { render: PostPanel, icon: null });
    }
  });
})(window.wp, window.failedInterventionGuide);
