import type { ContentTroubleCode } from '../content/load.js';
import type { PartId } from '../content/schema.js';

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
export type EventPart = PartId | 'guide';

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
  /** How many steps there are, as far as is known by now. */
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

export interface ErrorDetail {
  readonly code: ContentTroubleCode;
  /** What happened, for a developer. */
  readonly message: string;
  readonly issues: readonly string[];
}
/** Content could not be used; something readable is shown all the same. */
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
  'fig-error': FigErrorEvent;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is how the global map is extended
  interface GlobalEventHandlersEventMap extends FigEventMap {}
}
