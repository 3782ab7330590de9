import type { ModuleFederationRuntimePlugin } from '@module-federation/enhanced/runtime';
import { integrityOf } from './guard.ts';

/** Module Federation has neither an allow-list nor hashes; the browser checks what this hands to it. */
export default function guardRemotes(): ModuleFederationRuntimePlugin {
  return {
    name: 'banyan-guard',
    fetch(url) {
      return fetch(url, { credentials: 'same-origin', integrity: integrityOf(url, location.href) });
    },
    createScript({ url }) {
      const script = document.createElement('script');
      script.src = url;
      script.async = true;
      script.crossOrigin = 'anonymous';
      script.integrity = integrityOf(url, location.href);
      return script;
    },
    createLink({ url, attrs }) {
      const link = document.createElement('link');
      for (const [name, value] of Object.entries(attrs ?? {})) link.setAttribute(name, String(value));
      link.href = url;
      link.crossOrigin = 'anonymous';
      link.integrity = integrityOf(url, location.href);
      return link;
    },
  };
}
