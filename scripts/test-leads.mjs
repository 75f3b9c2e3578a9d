// The ways to the center, on the demo pages with the built kit: what a visitor sees, and what the page and its form get.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { runChecks } from './checks.mjs';
import { axe, focusedText, openSite, still } from './page-helpers.mjs';

const CENTER = 'Cedar Hollow Recovery Center, Inc.';
const REASON = 'We picked a hard place';
/** They tell of danger and of substances, so neither the page nor the center hears of them. */
const PRIVATE_REASONS = ['They felt cornered or blamed', 'They were drinking, using, or in withdrawal'];
const SUMMARY = `What got in the way: ${REASON}`;
const PHONE = '555 010 7788';
const EVENT_LEVELS = ['off', 'coarse', 'full'];

export async function testLeads() {
  const { site, visit, close } = await openSite();
  const checks = {
    'plain form: filled once agreed with input and change events, never sent, empty again once taken back':
      async () => {
        const { page, context, trouble } = await visit('guide.html');
        await page.evaluate(() => {
          globalThis.heard = [];
          for (const type of ['input', 'change', 'submit', 'reset']) {
            document.addEventListener(type, ({ target }) =>
              globalThis.heard.push(`${type} ${target.name ?? target.id}`),
            );
          }
        });
        const values = () => formValues(page, '#contact-form');
        await checkReasons(page);
        await openOffer(page);
        await ask(page);
        await page.evaluate(() => globalThis.heard.splice(0));
        await fillShortForm(page, { time: 'Evening' });
        assert.equal((await values()).phone, '', 'nothing is filled in before the visitor agrees');
        await page.getByRole('button', { name: 'Fill in their form' }).click();
        await page.getByRole('heading', { name: 'Their form is filled in' }).waitFor();
        const { 'consent-record': record, 'consent-given-at': givenAt, ...rest } = await values();
        assert.deepEqual(rest, {
          name: '',
          phone: PHONE,
          channel: 'call',
          time: 'evening',
          'leave-message': 'no',
          summary: SUMMARY,
        });
        assert.equal(JSON.parse(record).givenAt, givenAt);
        const heard = await page.evaluate(() => globalThis.heard);
        for (const field of ['phone', 'time', 'summary', 'consent-record']) {
          assert.ok(heard.includes(`input ${field}`) && heard.includes(`change ${field}`), field);
        }
        await page.getByRole('button', { name: 'Go to the form' }).click();
        assert.equal(await focusedText(page), 'Your name', 'the first field that is left to fill in');
        await page.getByRole('button', { name: 'Cancel my permission' }).click();
        await page.getByText('You canceled it').waitFor();
        const after = await values();
        for (const field of ['phone', 'leave-message', 'summary', 'consent-given-at', 'consent-record']) {
          assert.equal(after[field], '', field);
        }
        assert.ok(!(await page.evaluate(() => globalThis.heard)).some((one) => one.startsWith('submit')));
        assert.deepEqual(trouble, []);
        await context.close();
      },

    'plain form: what the visitor wrote there stays, and hidden fields are empty once it was sent and reset':
      async () => {
        const { page, context, trouble } = await visit('guide.html');
        await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('555 010 0000');
        await checkReasons(page);
        await openOffer(page);
        await ask(page);
        await fillShortForm(page, { name: 'Ana' });
        await page.getByRole('button', { name: 'Fill in their form' }).click();
        const { name, phone, summary } = await formValues(page, '#contact-form');
        assert.deepEqual({ name, phone, summary }, { name: 'Ana', phone: '555 010 0000', summary: SUMMARY });
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.getByText('This is a demo: nothing was sent.').waitFor();
        const after = await formValues(page, '#contact-form');
        assert.deepEqual(
          ['leave-message', 'summary', 'consent-given-at', 'consent-record'].filter((field) => after[field]),
          [],
        );
        await page.getByRole('button', { name: 'Ask to be contacted' }).waitFor();
        assert.deepEqual(trouble, []);
        await context.close();
      },

    'plain form, in Spanish: the same way, with the words the visitor read in the record': async () => {
      const { page, context, trouble } = await visit('guia.html');
      await page
        .getByRole('navigation', { name: 'Partes de esta guía' })
        .getByRole('button', { name: 'Su resumen' })
        .click();
      await page.getByRole('button', { name: 'Pedir que me contacten' }).click();
      await page.getByRole('radio', { name: 'Un mensaje de texto' }).check();
      await page.getByRole('textbox', { name: 'Su número de teléfono' }).fill(PHONE);
      for (const box of await page.getByRole('group', { name: 'A qué dice que sí' }).getByRole('checkbox').all()) {
        assert.equal(await box.isChecked(), false);
        await box.check();
      }
      await page.getByRole('button', { name: 'Llenar el formulario del centro' }).click();
      await page.getByRole('button', { name: 'Ir al formulario' }).waitFor();
      const { phone, channel, 'consent-record': record } = await formValues(page, '#contact-form');
      assert.deepEqual({ phone, channel }, { phone: PHONE, channel: 'text' });
      checkRecord(JSON.parse(record), { locale: 'es', checked: { contact: true, text: true } });
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'what has to be put right is said at each field, and the first one gets the focus': async () => {
      const { page, context } = await visit('guide.html');
      await openOffer(page);
      await ask(page);
      await page.getByRole('button', { name: 'Fill in their form' }).click();
      await page.getByRole('alert').getByText('Please look at this again').waitFor();
      await page.getByText('Choose a way to be reached.').waitFor();
      await page.getByText('Check this box if you agree. Without it, we cannot go on.').waitFor();
      assert.equal((await formValues(page, '#contact-form'))['consent-record'], '');
      await context.close();
    },

    'form in the slot: not shown before the visitor agrees, shown and filled in after': async () => {
      const { page, context, trouble } = await visit('lead-slot.html');
      const form = page.getByRole('form', { name: 'Contact form' });
      await page.evaluate(() => {
        globalThis.mails = [];
        document.addEventListener('wpcf7mailsent', ({ detail }) => globalThis.mails.push(detail));
      });
      await checkReasons(page);
      assert.equal(await form.count(), 0);
      await openOffer(page);
      await ask(page);
      assert.equal(await form.count(), 0);
      await fillShortForm(page, { name: 'Ana' });
      await page.getByRole('button', { name: 'Fill in their form' }).click();
      await form.waitFor();
      assert.equal(await form.getByRole('textbox', { name: 'Your phone number' }).inputValue(), PHONE);
      const send = form.getByRole('button', { name: 'Send' });
      assert.ok(await send.isDisabled());
      await page.getByRole('button', { name: 'Go to the form' }).click();
      assert.equal(await focusedText(page), 'Your name', 'a button that is off takes no focus');
      assert.deepEqual(await findings(page), []);
      await form.getByRole('checkbox', { name: 'I have read the privacy page.' }).check();
      await send.click();
      await page.getByText('Thank you. This is a demo: nothing was sent.').waitFor();
      const [mail] = await page.evaluate(() => globalThis.mails);
      const sent = Object.fromEntries(mail.inputs.map(({ name, value }) => [name, value]));
      assert.equal(sent['fig-summary'], SUMMARY);
      checkRecord(JSON.parse(sent['fig-consent']), { checked: { contact: true, text: false, summary: true } });
      const after = await formValues(page, '.wpcf7-form');
      assert.deepEqual([after['fig-summary'], after['fig-consent'], after['your-tel']], ['', '', '']);
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'Contact Form 7: what it finds wrong keeps what was agreed to, and once sent nothing hidden is left, even if not reset':
      async () => {
        const { page, context, trouble } = await visit('lead-slot.html');
        const form = page.getByRole('form', { name: 'Contact form' });
        await checkReasons(page);
        await openOffer(page);
        await ask(page);
        await fillShortForm(page);
        await page.getByRole('button', { name: 'Fill in their form' }).click();
        await form.waitFor();
        await page.evaluate(() => {
          document.querySelector('.wpcf7-form').reset = () => {}; // another plugin keeps what the visitor typed
        });
        await form.getByRole('checkbox', { name: 'I have read the privacy page.' }).check();
        await form.getByRole('button', { name: 'Send' }).click();
        await form.getByText('One or more fields have an error.').waitFor();
        const wrong = await formValues(page, '.wpcf7-form');
        assert.equal(wrong['fig-summary'], SUMMARY, 'it goes along when the visitor sends it again');
        assert.equal(JSON.parse(wrong['fig-consent']).center, CENTER);
        await form.getByRole('textbox', { name: 'Your name' }).fill('Ana');
        await form.getByRole('button', { name: 'Send' }).click();
        await page.getByText('Thank you. This is a demo: nothing was sent.').waitFor();
        const after = await formValues(page, '.wpcf7-form');
        const hidden = ['fig-channel', 'fig-message', 'fig-summary', 'fig-consent'];
        assert.deepEqual(Object.fromEntries(hidden.map((name) => [name, after[name]])), {
          'fig-channel': '',
          'fig-message': '',
          'fig-summary': '',
          'fig-consent': '',
        });
        assert.equal(after['your-name'], 'Ana', 'what the visitor sees is theirs');
        await page.getByRole('button', { name: 'Ask to be contacted' }).waitFor();
        assert.deepEqual(trouble, []);
        await context.close();
      },

    'form in steps: fields on pages that are not shown are filled in too, next to widgets that stand alone':
      async () => {
        const { page, context, trouble } = await visit('lead-steps.html');
        for (const name of [REASON, ...PRIVATE_REASONS]) await page.getByRole('checkbox', { name }).check();
        await ask(page);
        await fillShortForm(page, { name: 'Ana', time: 'Morning', topic: 'Costs and insurance' });
        await page.getByRole('button', { name: 'Fill in their form' }).click();
        await page.getByRole('heading', { name: 'Their form is filled in' }).waitFor();
        const values = await formValues(page, '#gform_7');
        assert.equal(values.input_2, PHONE);
        assert.equal(values.input_3, 'call');
        assert.equal(values.input_5, 'cost');
        assert.equal(values.input_6, SUMMARY);
        checkRecord(JSON.parse(values.input_7), { checked: { contact: true, text: false, summary: true } });
        await page.getByRole('button', { name: 'Go to the form' }).click();
        assert.equal(await focusedText(page), 'Your name (Required)', 'on the page that is shown');
        const form = page.getByRole('form', { name: 'Our contact form' });
        await form.getByRole('button', { name: 'Next' }).click();
        assert.ok(await form.getByRole('radio', { name: 'Morning' }).isChecked());
        await form.getByRole('button', { name: 'Next' }).click();
        await form.getByRole('button', { name: 'Send' }).click();
        await form.getByText('Please fill in this field.').waitFor();
        assert.deepEqual(await findings(page), []);
        await form.getByRole('checkbox', { name: 'I have read the privacy page.' }).check();
        await form.getByRole('button', { name: 'Send' }).click();
        await page.getByText('Thank you. This is a demo: nothing was sent.').waitFor();
        const after = await formValues(page, '#gform_7');
        assert.deepEqual([after.input_2, after.input_6, after.input_7], ['', '', '']);
        assert.deepEqual(trouble, []);
        await context.close();
      },

    'form in a dialog: the page opens it, the kit fills it in, and the visitor gets there': async () => {
      for (const width of [320, 1280]) {
        const { page, context, trouble } = await visit('lead-dialog.html', { viewport: { width, height: 900 } });
        const dialog = page.getByRole('dialog', { name: 'Ask us to be in touch' });
        await openOffer(page);
        await ask(page);
        await fillShortForm(page, { summary: false });
        assert.equal(await dialog.count(), 0);
        await page.getByRole('button', { name: 'Fill in their form' }).click();
        await dialog.waitFor();
        assert.equal(await dialog.getByRole('textbox', { name: 'Phone' }).inputValue(), PHONE);
        assert.equal(await focusedText(page), 'Your name', 'the page has led the visitor into its dialog');
        assert.deepEqual(await findings(page), [], `${width} px`);
        await page.getByRole('button', { name: 'Go to the form' }).click();
        assert.equal(await focusedText(page), 'Your name');
        await page.getByRole('button', { name: 'Cancel my permission' }).click();
        assert.equal(await dialog.count(), 0);
        assert.equal((await formValues(page, '#call-form')).phone, '');
        assert.deepEqual(trouble, []);
        await context.close();
      }
    },

    'event: the script gets all that was agreed to and nothing else; no box is checked before': async () => {
      const { page, context, trouble } = await visit('lead-event.html', { timezoneId: 'America/New_York' });
      await checkReasons(page);
      await openOffer(page);
      await ask(page);
      await page.getByRole('radio', { name: 'A phone call' }).check();
      const boxes = await page.getByRole('group', { name: 'What you say yes to' }).getByRole('checkbox').all();
      assert.equal(boxes.length, 3);
      for (const box of boxes) assert.equal(await box.isChecked(), false);
      await fillShortForm(page, { name: ' Ana ', time: 'Afternoon', topic: 'Support for the family' });
      await page.getByRole('button', { name: 'Send my request' }).click();
      await page.getByRole('heading', { name: 'Your request was sent' }).waitFor();
      await page.getByText('Passed on. A real site would now have it.').waitFor();
      const { consent, ...rest } = JSON.parse(
        await page.getByRole('region', { name: 'Detail of the event' }).innerText(),
      );
      assert.deepEqual(rest, {
        version: 1,
        element: 'center-contact',
        instance: rest.instance,
        channel: 'call',
        contact: { phone: PHONE, firstName: 'Ana' },
        bestTime: 'afternoon',
        safeToCall: true,
        safeToLeaveMessage: false,
        topic: 'family',
        summary: [SUMMARY],
      });
      checkRecord(consent, { checked: { contact: true, text: false, summary: true } });
      assert.equal(consent.timeZone, 'America/New_York');
      assert.match(consent.givenAt, /-0[45]:00$/);
      await page.getByRole('button', { name: 'Cancel my permission' }).click();
      await page.getByText('Heard fig-lead-withdraw.').waitFor();
      const back = JSON.parse(await page.getByRole('region', { name: 'Detail of the event' }).innerText());
      assert.deepEqual(back.consent, consent);
      assert.deepEqual(back.contact, rest.contact);
      assert.match(back.withdrawnAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[45]:00$/);
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'event: a script that fails says so, what was written stays, and it can be tried again': async () => {
      const { page, context, trouble } = await visit('lead-event.html');
      await page.getByRole('checkbox', { name: 'Make it fail' }).check();
      await openOffer(page);
      await ask(page);
      await fillShortForm(page, { summary: false });
      await page.getByRole('button', { name: 'Send my request' }).click();
      await page.getByText('Sending…', { exact: true }).first().waitFor();
      await page.getByRole('alert').getByText('We could not tell if it was sent').waitFor();
      assert.match(await focusedText(page), /We could not tell if it was sent.*call the office.*555-0142/);
      assert.deepEqual(await findings(page), []);
      assert.equal(await page.getByRole('textbox', { name: 'Your phone number' }).inputValue(), PHONE);
      await page.getByRole('checkbox', { name: 'Make it fail' }).uncheck();
      await page.getByRole('button', { name: 'Send my request' }).click();
      await page.getByRole('heading', { name: 'Your request was sent' }).waitFor();
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'inside a form: an agreed summary and its record go along, and a reset takes both out': async () => {
      const { page, context, trouble } = await visit('lead-inside.html');
      const values = () => formValues(page, '#intake');
      await page.getByRole('textbox', { name: 'Your first name' }).fill('Ana');
      await checkReasons(page);
      await openOffer(page);
      await ask(page);
      assert.deepEqual(await values(), { 'first-name': 'Ana', day: 'tue' });
      await agreeTo(page, 'may contact me');
      await agreeTo(page, 'the summary lines');
      await page.getByRole('button', { name: 'Add to the form' }).click();
      await page.getByRole('heading', { name: 'It is added to the form' }).waitFor();
      const { 'family-guide-consent': record, ...rest } = await values();
      assert.deepEqual(rest, { 'first-name': 'Ana', day: 'tue', 'family-guide': SUMMARY });
      checkRecord(JSON.parse(record), { checked: { contact: true, summary: true } });
      await page.getByRole('button', { name: 'Send the form' }).click();
      await page.getByText('Thank you. This is a demo: nothing was sent.').waitFor();
      const listed = await page.locator('#sent-entries').innerText();
      assert.ok(listed.includes('family-guide-consent') && listed.includes(SUMMARY));
      await page.getByRole('button', { name: 'Empty the form' }).click();
      assert.deepEqual(await values(), { 'first-name': '', day: 'tue' });
      await page.getByRole('button', { name: 'Ask to be contacted' }).waitFor();
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'inside a form: who comes back to the page finds it as they left it, on the screen and in the form': async () => {
      const { page, context, trouble } = await visit('lead-inside.html');
      await openOffer(page);
      await ask(page);
      await agreeTo(page, 'may contact me');
      await page.getByRole('button', { name: 'Add to the form' }).click();
      await page.getByRole('heading', { name: 'It is added to the form' }).waitFor();
      const before = await formValues(page, '#intake');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
      await page.getByRole('heading', { name: 'Privacy', exact: true }).waitFor();
      await page.goBack();
      await openSummary(page);
      await page.getByRole('heading', { name: 'It is added to the form' }).waitFor();
      assert.deepEqual(await formValues(page, '#intake'), before);
      await page.getByRole('button', { name: 'Cancel my permission' }).click();
      assert.deepEqual(await formValues(page, '#intake'), { 'first-name': '', day: 'tue' });
      assert.deepEqual(trouble, []);
      await context.close();
    },

    // No browser has to keep forms over a reload. One that does must not send what the screen does not show.
    'inside a form: after a reload it is either agreed to on the screen and in the form, or in neither': async () => {
      const { page, context, trouble } = await visit('lead-inside.html');
      await openOffer(page);
      await ask(page);
      await agreeTo(page, 'may contact me');
      await page.getByRole('button', { name: 'Add to the form' }).click();
      await page.getByRole('heading', { name: 'It is added to the form' }).waitFor();
      const before = await formValues(page, '#intake');
      await page.reload();
      await page.waitForLoadState('networkidle');
      await openSummary(page);
      const isBack = 'family-guide-consent' in (await formValues(page, '#intake'));
      await page
        .getByRole('heading', { name: 'It is added to the form' })
        .or(page.getByRole('button', { name: 'Ask to be contacted' }))
        .waitFor();
      assert.equal(await page.getByRole('heading', { name: 'It is added to the form' }).isVisible(), isBack);
      if (isBack) assert.deepEqual(await formValues(page, '#intake'), before);
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'after a safety screen was opened nothing is offered, on any way': async () => {
      for (const path of [
        'guide.html',
        'lead-slot.html',
        'lead-steps.html',
        'lead-dialog.html',
        'lead-event.html',
        'lead-inside.html',
      ]) {
        const { page, context } = await visit(path);
        if (path === 'lead-steps.html') await page.getByRole('button', { name: 'Ask to be contacted' }).waitFor();
        else await openOffer(page);
        await openSafety(page);
        assert.equal(await page.getByRole('button', { name: 'Ask to be contacted' }).count(), 0, path);
        assert.equal(await page.getByRole('heading', { name: `Ask ${CENTER} to contact you` }).count(), 0, path);
        await context.close();
      }
    },

    'facts about the center that are missing: nothing is offered, and fig-error says which': async () => {
      for (const [attribute, value, issue] of [
        ['sponsor-license', '', 'sponsor-license is empty'],
        ['sponsor-privacy-url', 'http://cedar-hollow.example/', 'sponsor-privacy-url is not an https:// address'],
        ['region', 'UK', 'the region has no neutral place to look for other help (region="US" has one)'],
      ]) {
        const { page, context } = await visit('index.html');
        await page.evaluate(
          async ([name, text]) => {
            globalThis.errors = [];
            document.addEventListener('fig-error', ({ detail }) => globalThis.errors.push(detail));
            const element = document.createElement('center-contact');
            const facts = {
              region: 'US',
              lead: 'offer',
              'sponsor-name': 'Cedar Hollow Recovery Center, Inc.',
              'sponsor-phone': '555-0142',
              'sponsor-license': 'CH-DEMO-0417',
              'sponsor-paid-by': 'Cedar Hollow Recovery Center, Inc.',
              'sponsor-privacy-url': 'https://cedar-hollow.example/privacy',
              'sponsor-health-data-url': 'https://cedar-hollow.example/health-data',
              [name]: text,
            };
            for (const [fact, given] of Object.entries(facts)) element.setAttribute(fact, given);
            document.querySelector('main').append(element);
            await import('/kit/embed.js');
          },
          [attribute, value],
        );
        await page.waitForFunction(() => globalThis.errors.length > 0);
        const [{ code, issues }] = await page.evaluate(() => globalThis.errors);
        assert.deepEqual({ code, issues }, { code: 'sponsor-incomplete', issues: [issue] });
        assert.equal(await page.getByRole('button', { name: 'Ask to be contacted' }).count(), 0);
        await context.close();
      }
    },
  };

  for (const level of EVENT_LEVELS) {
    checks[
      `tag manager, events="${level}": a walk through the guide and its safety screens shows it nothing sensitive`
    ] = async () => {
      const { page, context, trouble } = await visit('tag-manager.html');
      await page.getByRole('radio', { name: level, exact: true }).check();
      await walk(page);
      const log = await page.locator('#seen-rows').innerText();
      await page.getByText('Sensitive things seen: 0').waitFor();
      assert.match(log, /click/);
      assert.equal(/fig-progress/.test(log), level !== 'off');
      assert.equal(/fig-change/.test(log), level === 'full');
      assert.doesNotMatch(log, /zanzibar|hard place|cornered|withdrawal|trust is low|naloxone|not okay/i);
      assert.equal(/bad_place/.test(log), level === 'full');
      assert.equal(page.url(), `${site.url}tag-manager.html`);
      assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
        0,
        0,
        '',
      ]);
      assert.deepEqual(trouble, []);
      await context.close();
    };
  }

  Object.assign(checks, {
    'tag manager: its own count works, as what a visitor saves can be read by the page': async () => {
      const { page, context } = await visit('tag-manager.html');
      await checkReasons(page);
      await page.getByText('Keep this on your device?').click();
      await page.getByRole('button', { name: 'Save on this device' }).click();
      await page.getByText(/Sensitive things seen: [1-9]/).waitFor();
      await page.locator('#seen-rows').getByText('Sensitive: bad_place').first().waitFor();
      await context.close();
    },
  });

  try {
    return await runChecks(checks);
  } finally {
    await close();
  }
}

// ---------------------------------------------------------------- what a visitor does

async function checkReasons(page) {
  await page.getByRole('button', { name: 'I want to understand what got in the way' }).click();
  for (const name of [REASON, ...PRIVATE_REASONS]) await page.getByRole('checkbox', { name }).check();
}

const part = (page, name) =>
  page.getByRole('navigation', { name: 'Parts of this guide' }).getByRole('button', { name }).click();

const openSummary = (page) => part(page, 'Your summary');

async function openOffer(page) {
  await openSummary(page);
  await page.getByRole('heading', { name: `Ask ${CENTER} to contact you` }).waitFor();
}

const ask = (page) => page.getByRole('button', { name: 'Ask to be contacted' }).click();

const agreeTo = (page, words) =>
  page.getByRole('group', { name: 'What you say yes to' }).getByRole('checkbox', { name: words }).check();

/** The short form of the kit, for a phone call. */
async function fillShortForm(page, { name, time, topic, summary = true } = {}) {
  const form = page.getByRole('form', { name: 'How can they reach you?' });
  const choose = (group, option) =>
    form.getByRole('group', { name: group }).getByRole('radio', { name: option }).check();
  await choose('How do you want to be reached?', 'A phone call');
  await form.getByRole('textbox', { name: 'Your phone number' }).fill(PHONE);
  await choose('Is it safe to call you?', 'Yes');
  await choose('Is it safe to leave a voice message?', 'No');
  if (name) await form.getByRole('textbox', { name: 'First name' }).fill(name);
  if (time) await choose('When is it safe and easy for you to talk or get a message?', time);
  if (topic) await choose('What would you like to talk about?', topic);
  await agreeTo(page, 'may contact me');
  if (summary) await agreeTo(page, 'the summary lines');
}

async function openSafety(page) {
  await still(page); // a part that was just opened scrolls into view
  await page.getByRole('button', { name: 'Get help now' }).first().click();
  await page.getByRole('button', { name: 'Show me what to do' }).click();
  await page.getByRole('button', { name: /overdosed/ }).click();
  await page.getByRole('heading', { name: /give naloxone/ }).waitFor();
}

/** Through the parts of the guide, with checks, answers, feelings and typing, and through safety screens. */
async function walk(page) {
  await checkReasons(page);
  await part(page, 'What next');
  const next = () => page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('radio', { name: 'No, not right now' }).check();
  await next();
  await page.getByRole('radio', { name: 'They left or hung up' }).check();
  await next();
  await page.getByRole('radio', { name: 'We talk, but trust is low' }).check();
  await next();
  await part(page, 'Plan for setbacks');
  await page.getByRole('button', { name: 'Write our own', exact: true }).click();
  await page.getByRole('textbox', { name: 'If this happens' }).pressSequentially('Zanzibar calls at night');
  await page.getByRole('textbox', { name: 'We do this' }).fill('Zanzibar can wait until morning');
  await part(page, 'Look after yourself');
  await page.getByRole('radio', { name: 'Not okay' }).check();
  await page.getByRole('group', { name: 'What do you feel most?' }).getByRole('radio').first().check();
  await part(page, 'Learn more');
  await page.locator('family-learning-library').getByRole('searchbox').fill('Zanzibar craving');
  await part(page, 'How is it going?');
  await openSummary(page);
  await openSafety(page);
  await page.getByRole('button', { name: 'Something else is happening' }).click();
  await page.keyboard.press('Escape');
}

// ---------------------------------------------------------------- what the page has

/** What axe finds, from the top of the page, where the help bar covers nothing. */
async function findings(page) {
  await still(page);
  await page.evaluate(() => globalThis.scrollTo({ top: 0, behavior: 'instant' }));
  return axe(page);
}

const formValues = (page, selector) =>
  page.evaluate((form) => Object.fromEntries(new FormData(document.querySelector(form))), selector);

/** A consent record that stands up: the words as they were read, whole, with version, hash, time and place. */
function checkRecord({ center, locale, givenAt, timeZone, boxes }, { locale: wanted = 'en', checked }) {
  assert.equal(center, CENTER);
  assert.equal(locale, wanted);
  assert.match(givenAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  assert.ok(Math.abs(Date.parse(givenAt) - Date.now()) < 60_000, givenAt);
  assert.ok(Intl.DateTimeFormat('en', { timeZone }));
  assert.deepEqual(Object.fromEntries(boxes.map(({ use, checked: isOn }) => [use, isOn])), checked);
  for (const { id, use, version, hash, text } of boxes) {
    assert.deepEqual(id, { contact: 'contact', text: 'text_messages', summary: 'share_summary' }[use]);
    assert.equal(version, '1');
    assert.ok(text.includes(CENTER));
    assert.equal(hash, createHash('sha256').update(text.replaceAll(CENTER, '{center}')).digest('hex'), id);
  }
}
