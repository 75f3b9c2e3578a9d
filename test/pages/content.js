// ?src=ADDRESS
window.asked = [];
const realFetch = window.fetch;
window.fetch = (address, ...rest) => {
  window.asked.push(String(address));
  return realFetch(address, ...rest);
};
const guide = document.createElement('failed-intervention-guide');
guide.setAttribute('region', 'US');
guide.setAttribute('content-src', new URLSearchParams(location.search).get('src'));
document.body.append(guide);
