/** Where the scripts of a snippet send a request. The site owner writes their own. */
const ENDPOINT = '/api/leads';

const FIELDS = 'channel, contact, bestTime, safeToCall, safeToLeaveMessage, topic, summary, consent';

/** A listener that takes a request for the center and passes it to the site's own server. */
export const leadListener = (): string => `document.addEventListener('fig-lead', (event) => {
  event.respondWith(sendLead(event.detail));
});

${sendLead({})}`;

/**
 * Sends what the visitor agreed to. It rejects when that failed, as the visitor is told then, and can try again.
 * @param types Type notes for TypeScript.
 */
export function sendLead({ types = false }): string {
  const [detail, answer] = types ? [": FigLeadEvent['detail']", ': Promise<void>'] : ['', ''];
  return `/** Write the address of your own server. Reject when it failed: the visitor is told, and can try again. */
async function sendLead(detail${detail})${answer} {
  const { ${FIELDS} } = detail;
  const response = await fetch('${ENDPOINT}', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ${FIELDS} }),
  });
  if (!response.ok) throw new Error(\`The server answered \${response.status}.\`);
}`;
}

/** The same for a script as old as a tag manager writes it. */
export const oldLeadListener = (): string => `document.addEventListener('fig-lead', function (event) {
  var detail = event.detail;
  var lead = {};
  var names = [${FIELDS.split(', ')
    .map((name) => `'${name}'`)
    .join(', ')}];
  names.forEach(function (name) {
    lead[name] = detail[name];
  });
  // Write the address of your own server. Reject when it failed: the visitor is told, and can try again.
  event.respondWith(
    fetch('${ENDPOINT}', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(lead)
    }).then(function (response) {
      if (!response.ok) throw new Error('The server answered ' + response.status + '.');
    })
  );
});`;
