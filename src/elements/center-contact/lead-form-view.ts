import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Consent, Words } from '../../content/schema.js';
import { consentText } from '../../handoff/consent.js';
import {
  LEAD_LIMITS,
  TIMES,
  TOPICS,
  type Asked,
  type Channel,
  type LeadDraft,
  type LeadErrors,
} from '../../handoff/lead.js';
import type { SummaryLine } from '../../handoff/lead-summary.js';

/** What the short form shows, and how it tells what the visitor does. */
export interface LeadFormView {
  readonly words: Words['contact'];
  readonly draft: LeadDraft;
  readonly errors: LeadErrors;
  readonly asked: Asked;
  readonly channels: readonly Channel[];
  /** Whether ways by phone are left out until the visitor says they are safe. */
  readonly isHeld: boolean;
  readonly consents: readonly Consent[];
  readonly center: string;
  /** Lines of the summary that are left; absent where there is nothing to share at all. */
  readonly lines: readonly SummaryLine[] | undefined;
  readonly hasRemoved: boolean;
  readonly heading: (words: unknown) => TemplateResult;
  readonly change: (change: Partial<LeadDraft>) => void;
  readonly removeLine: (line: SummaryLine) => void;
  readonly restoreLines: () => void;
}

type TextField = 'phone' | 'email' | 'name';

/** How to reach the visitor. */
export function renderReach(view: LeadFormView): unknown {
  const { words, draft, asked, channels, isHeld, change } = view;
  const { channel } = draft;
  return html`${
    isHeld
      ? html`<div class="notice">
          <p>${words.held}</p>
          <span class="error" id="error-heldSafe">${errorOf(view, 'heldSafe')}</span>
          <label class="tick">
            <input
              type="checkbox"
              id="field-heldSafe"
              aria-describedby="error-heldSafe"
              .checked=${live(draft.heldSafe)}
              @change=${(event: Event) => change({ heldSafe: (event.target as HTMLInputElement).checked })}
            />
            <span>${words.heldSafe}</span>
          </label>
        </div>`
      : nothing
  }
  ${
    channels.length
      ? renderChoice(
          view,
          'channel',
          words.channel,
          channels.map((one) => [one, words[one]] as const),
        )
      : nothing
  }
  ${
    channel === 'call' || channel === 'text'
      ? renderField(view, 'phone', words.phoneField, { type: 'tel', autocomplete: 'tel', inputmode: 'tel' })
      : nothing
  }
  ${
    channel === 'email'
      ? renderField(view, 'email', words.emailField, { type: 'email', autocomplete: 'email', inputmode: 'email' })
      : nothing
  }
  ${
    channel === 'call'
      ? html`${renderChoice(view, 'safeCall', words.safeCall, yesNo(words))}
        ${renderChoice(view, 'safeMessage', words.safeMessage, yesNo(words))}`
      : nothing
  }
  ${
    asked.has('time') && channel && channel !== 'email'
      ? renderChoice(
          view,
          'time',
          words.time,
          TIMES.map((time) => [time, words.times[time]] as const),
        )
      : nothing
  }
  ${asked.has('name') ? renderField(view, 'name', words.nameField, { type: 'text', autocomplete: 'given-name' }) : nothing}
  ${
    asked.has('topic')
      ? renderChoice(view, 'topic', words.topic, [
          ...TOPICS.map((topic) => [topic, words.topics[topic]] as const),
          ['none', words.topicNone] as const,
        ])
      : nothing
  }`;
}

const yesNo = (words: Words['contact']) => [['yes', words.yes] as const, ['no', words.no] as const];

const errorOf = ({ words, errors }: LeadFormView, name: keyof LeadErrors): string | undefined => {
  const error = errors[name];
  return error && words[error];
};

function renderChoice(
  view: LeadFormView,
  name: 'channel' | 'safeCall' | 'safeMessage' | 'time' | 'topic',
  label: string,
  options: readonly (readonly [value: string, label: string])[],
): TemplateResult {
  const { draft, change } = view;
  return html`<fieldset id=${`field-${name}`} tabindex="-1" aria-describedby=${`error-${name}`}>
    <legend>${label}</legend>
    <span class="error" id=${`error-${name}`}>${errorOf(view, name)}</span>
    <div class="chips">
      ${options.map(
        ([value, words]) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${live(draft[name] === value)}
              @change=${() => change({ [name]: value })}
            />
            <span>${words}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function renderField(
  view: LeadFormView,
  name: TextField,
  label: string,
  { type, autocomplete, inputmode }: { type: 'tel' | 'email' | 'text'; autocomplete: string; inputmode?: string },
): TemplateResult {
  const error = errorOf(view, name);
  return html`<div class="field">
    <label for=${`field-${name}`}>${label}</label>
    <span class="error" id=${`error-${name}`}>${error}</span>
    <input
      id=${`field-${name}`}
      name=${name}
      type=${type}
      autocomplete=${autocomplete}
      inputmode=${inputmode ?? nothing}
      maxlength=${LEAD_LIMITS[name]}
      aria-invalid=${String(error !== undefined)}
      aria-describedby=${`error-${name}`}
      .value=${live(view.draft[name])}
      @input=${(event: Event) => view.change({ [name]: (event.target as HTMLInputElement).value })}
    />
  </div>`;
}

/** The summary, word for word, each line removable. */
export function renderSummary({ words, lines, hasRemoved, heading, removeLine, restoreLines }: LeadFormView): unknown {
  if (!lines) return nothing;
  return html`<section aria-labelledby="summary" part="summary">
    ${heading(html`<span id="summary">${words.summaryTitle}</span>`)}
    <p class="hint">${lines.length ? words.summaryHint : words.summaryEmpty}</p>
    ${
      lines.length
        ? html`<ul class="plain lines">
            ${lines.map(
              (line) =>
                html`<li>
                  <span>${line.text}</span>
                  <button type="button" class="quiet" @click=${() => removeLine(line)}>
                    ${words.summaryRemove}<span class="unseen">: ${line.text}</span>
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${
      hasRemoved
        ? html`<div class="actions">
            <button type="button" id="restore-lines" class="quiet" @click=${restoreLines}>
              ${words.summaryRestore}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

/** One box for each thing to agree to. None is checked before the visitor checks it. */
export function renderConsents(view: LeadFormView): TemplateResult {
  const { words, consents, draft, center, change } = view;
  return html`<fieldset part="consent" aria-describedby="consent-hint">
    <legend>${words.consentTitle}</legend>
    <p class="hint" id="consent-hint">${words.consentHint}</p>
    ${consents.map((consent) => {
      const { use } = consent;
      const name = `consent-${use}` as const;
      const error = errorOf(view, name);
      const others = draft.checked.filter((other) => other !== use);
      return html`<div class="consent">
        <span class="error" id=${`error-${name}`}>${error}</span>
        <label class="choice">
          <input
            type="checkbox"
            id=${`field-${name}`}
            name=${name}
            aria-invalid=${String(error !== undefined)}
            aria-describedby=${`error-${name}`}
            .checked=${live(draft.checked.includes(use))}
            @change=${(event: Event) => {
              const isOn = (event.target as HTMLInputElement).checked;
              change({ checked: isOn ? [...others, use] : others });
            }}
          />
          <span>${consentText(consent, center)}</span>
        </label>
      </div>`;
    })}
  </fieldset>`;
}
