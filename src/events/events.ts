import type { ContentTroubleCode } from '../content/load.js';
import type { PartId } from '../content/schema.js';
import type { ConsentRecord } from '../handoff/consent.js';
import type { Lead } from '../handoff/lead.js';
import type { NotesTrouble } from '../session/notes.js';

/** Version of the event payloads. It changes only when a field changes its meaning or goes. */
export const EVENTS_VERSION = 1;

/** What every event carries. */
export interface FigDetail {
  readonly version: typeof EVENTS_VERSION;
  /** Tag name of the element that speaks. */
  readonly element: string;
  /** Which of several such elements on the page; stable until the page is left. */
  readonly instance: string;
}

/** Where in the kit something happened. The names are neutral: no answer can be read from them. */
export type EventPart = PartId | 'guide' | 'contact';

abstract class FigEvent<D extends object> extends CustomEvent<FigDetail & D> {
  constructor(type: string, detail: FigDetail & D, cancelable = false) {
    super(type, { detail, bubbles: true, composed: true, cancelable });
  }
}

export interface ReadyDetail {
  readonly locale: string;
  /** Two-letter code, or empty while the region is not known. */
  readonly region: string;
  readonly contentVersion: string;
}
/** The first content can be used. */
export class FigReadyEvent extends FigEvent<ReadyDetail> {
  constructor(detail: FigDetail & ReadyDetail) {
    super('fig-ready', detail);
  }
}

export interface ProgressDetail {
  readonly part: EventPart;
  /** Counts from 1. */
  readonly step: number;
  /** How many steps there are at most; it does not follow the answers. */
  readonly of: number;
}
/** The visitor moved on. */
export class FigProgressEvent extends FigEvent<ProgressDetail> {
  constructor(detail: FigDetail & ProgressDetail) {
    super('fig-progress', detail);
  }
}

export interface ChangeDetail {
  readonly part: EventPart;
  /** Ids picked in this part, from the bundle's closed list. Sensitive entries are never among them. */
  readonly ids: readonly string[];
}
/** An answer changed. Fires only with `events="full"`, which the visitor is told of. */
export class FigChangeEvent extends FigEvent<ChangeDetail> {
  constructor(detail: FigDetail & ChangeDetail) {
    super('fig-change', detail);
  }
}

export type ExportFormat = 'print' | 'copy' | 'calendar' | 'file';
export interface ExportDetail {
  readonly part: EventPart;
  readonly format: ExportFormat;
}
/** The visitor asked for a copy to keep. Cancel it to hand out another one. */
export class FigExportEvent extends FigEvent<ExportDetail> {
  constructor(detail: FigDetail & ExportDetail) {
    super('fig-export', detail, true);
  }
}

export interface LeaveDetail {
  /** The address the page is about to go to. */
  readonly target: string;
}
/** The visitor wants to leave quickly. Cancel it only to leave in a better way. */
export class FigLeaveEvent extends FigEvent<LeaveDetail> {
  constructor(detail: FigDetail & LeaveDetail) {
    super('fig-leave', detail, true);
  }
}

export type LeadDetail = Lead;
/**
 * The visitor agreed to be contacted by the center, and saw what goes there. Fires with any event level, as nothing
 * else takes it there. A page that takes it cancels it, or calls `respondWith`; else it goes into the page's own form,
 * if there is one.
 */
export class FigLeadEvent extends FigEvent<LeadDetail> {
  #response: Promise<unknown> | undefined;

  constructor(detail: FigDetail & LeadDetail) {
    super('fig-lead', detail, true);
  }

  /** Takes the lead. The visitor is told that it was passed on once `response` resolves, and can try again if it rejects. */
  respondWith(response: Promise<unknown>): void {
    this.preventDefault();
    this.#response = response;
  }

  /** What the page is waiting for, if it said so. */
  get response(): Promise<unknown> | undefined {
    return this.#response;
  }
}

export interface LeadWithdrawDetail {
  /** What was agreed to before, and is taken back. */
  readonly consent: ConsentRecord;
  /** ISO 8601 date and time with the offset from UTC. */
  readonly withdrawnAt: string;
  /** How the visitor was to be reached, to find what was passed on. */
  readonly contact: Lead['contact'];
}
/** The visitor takes an agreement back. Fires with any event level; delete what was passed on. */
export class FigLeadWithdrawEvent extends FigEvent<LeadWithdrawDetail> {
  constructor(detail: FigDetail & LeadWithdrawDetail) {
    super('fig-lead-withdraw', detail);
  }
}

/** Stable codes for saving on the device: what the browser, or what is stored there, stands in the way of. */
export type StorageTroubleCode = `storage-${NotesTrouble}`;
/** Stable codes for the way to the center. */
export type LeadTroubleCode =
  | 'sponsor-incomplete' // a fact about the center is missing, so nothing is offered
  | 'lead-form-missing' // no form fits `lead-form`
  | 'lead-fields-unknown' // `lead-fields` names a field that there is none of
  | 'lead-safe-missing' // a form takes a phone number, but not whether a message is safe
  | 'lead-unhandled'; // nobody took a lead

/** Stable codes for the page around the kit. */
export type PageTroubleCode =
  | 'file-missing' // a file of the kit itself did not come
  | 'setting-unknown'; // an attribute has a value that it can't have

/** What a page hears of a file that did not come. */
export const FILE_MISSING =
  'A file of the kit could not be loaded. The browser says which one, in its network log. What is there works on.';

export interface ErrorDetail {
  readonly code: ContentTroubleCode | StorageTroubleCode | LeadTroubleCode | PageTroubleCode;
  /** What happened, for a developer. */
  readonly message: string;
  readonly issues: readonly string[];
}
/**
 * Content, storage, the way to the center, a setting or a file of the kit is in trouble; the visitor can go on all the
 * same. See docs/errors.md.
 */
export class FigErrorEvent extends FigEvent<ErrorDetail> {
  constructor(detail: FigDetail & ErrorDetail) {
    super('fig-error', detail);
  }
}

export interface FigEventMap {
  'fig-ready': FigReadyEvent;
  'fig-progress': FigProgressEvent;
  'fig-change': FigChangeEvent;
  'fig-export': FigExportEvent;
  'fig-leave': FigLeaveEvent;
  'fig-lead': FigLeadEvent;
  'fig-lead-withdraw': FigLeadWithdrawEvent;
  'fig-error': FigErrorEvent;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is how the global map is extended
  interface GlobalEventHandlersEventMap extends FigEventMap {}
}
