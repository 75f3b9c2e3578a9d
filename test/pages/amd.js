// A loader of AMD modules, and what bundles for Node look for. Whoever defines a module here is not loaded as a script.
window.defined = [];
window.define = (...parts) => window.defined.push(parts);
window.define.amd = {};
window.require = () => {
  throw new Error('There is no such module.');
};
window.exports = {};
window.module = { exports: window.exports };
