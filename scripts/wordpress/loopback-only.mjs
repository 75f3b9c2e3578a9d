// Loaded into a process by the test of the demo (`node --import`): lets it talk to this machine alone, and writes down
// every other host it asks for.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const HERE = /^(?:localhost|127\.[\d.]+|::1|0\.0\.0\.0)$/;
const { connect } = Socket.prototype;

Socket.prototype.connect = function (...args) {
  const given = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof given === 'object' ? given.host : args.find((one) => typeof one === 'string');
  if (!given?.path && host && !HERE.test(host)) {
    appendFileSync(process.env.FIG_ASKED, `${host}\n`);
    process.nextTick(() => this.destroy(new Error(`${host} is not on this machine`)));
    return this;
  }
  return connect.apply(this, args);
};
