import { Link, type LinkProps, useSearchParams } from 'react-router';

/** The organization I chose to see as (`?node=`); null means everything in my scope. */
export function useNode(): string | null {
  return useSearchParams()[0].get('node');
}

/** Adds the chosen node to a path, so that moving through the console keeps the view. */
export function withNode(path: string, node: string | null): string {
  if (!node) return path;
  const [before = '', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  params.set('node', node);
  return `${before}?${params}`;
}

/** A link inside the console; keeps the chosen node. */
export function AppLink({ to, ...rest }: Omit<LinkProps, 'to'> & { to: string }) {
  const node = useNode();
  return <Link to={withNode(to, node)} {...rest} />;
}
