// ?how=throwing: every storage of the browser throws; full: there is no room left.
const how = new URLSearchParams(location.search).get('how');
if (how === 'throwing') {
  const refuse = {
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, refuse);
  Object.defineProperty(document, 'cookie', refuse);
}
if (how === 'full') {
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
}
