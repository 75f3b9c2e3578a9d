import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from '../../src/handoff/consent.js';
import { readFieldNames } from '../../src/handoff/host-form.js';
import { CHANNELS, LEAD_FIELDS, TIMES, TOPICS } from '../../src/handoff/lead.js';
import { SPONSOR_ATTRIBUTES } from '../../src/handoff/sponsor.js';
import { englishBundle, REPO } from './helpers.js';

const PAGE = readFileSync(join(REPO, 'docs/leads.md'), 'utf8');
const README = readFileSync(join(REPO, 'README.md'), 'utf8');
const row = (field: string) => PAGE.split('\n').find((line) => line.startsWith('| ') && line.includes(`\`${field}\``));

describe('docs/leads.md', () => {
  it('has every field of a form, and names no other', () => {
    expect(LEAD_FIELDS.filter((field) => !row(field))).toEqual([]);
    const declared = [...`${PAGE}${README}`.matchAll(/data-fig="([^"]+)"/g)].map(([, field]) => field);
    expect(declared.filter((field) => !LEAD_FIELDS.some((known) => known === field))).toEqual([]);
    const lists = [...PAGE.matchAll(/lead-fields="([^"]+)"/g)].map(([, list = '']) => list);
    expect(lists.length).toBeGreaterThan(3);
    expect(lists.flatMap((list) => readFieldNames(list).wrong)).toEqual([]);
  });

  it('has every value from a closed list', () => {
    const values = (list: readonly string[]) => list.map((value) => `\`${value}\``).join(' ');
    expect(row('channel')).toContain(values(CHANNELS));
    expect(row('contact.time')).toContain(values(TIMES));
    expect(row('topic')).toContain(values(TOPICS));
  });

  it('names every fact about a center, and every code of trouble on the way to it', () => {
    expect(Object.values(SPONSOR_ATTRIBUTES).filter((attribute) => !row(attribute))).toEqual([]);
    const events = readFileSync(join(REPO, 'src/events/events.ts'), 'utf8');
    const codes = [...events.matchAll(/'((?:sponsor|lead)-[a-z-]+)'/g)].map(([, code = '']) => code);
    expect(codes).toContain('lead-unhandled');
    expect(codes.filter((code) => !row(code))).toEqual([]);
  });

  it('shows a consent record as the kit makes it, with hashes that hold', async () => {
    const [, json = ''] = /```json\n(\{\n {2}"center"[\s\S]*?)```/.exec(PAGE) ?? [];
    const { center, boxes } = JSON.parse(json) as ConsentRecord;
    const { consents } = (await englishBundle()).contact;
    expect(boxes).toHaveLength(2);
    for (const { id, use, version, hash, text } of boxes) {
      const template = text.replaceAll(center, '{center}');
      expect(consents.find((consent) => consent.id === id)).toMatchObject({ use, version, hash, text: template });
      expect(createHash('sha256').update(template).digest('hex')).toBe(hash);
    }
  });
});
