import 'failed-intervention-guide/jsx/astro';
