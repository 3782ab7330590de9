import { services } from './services.ts';

interface LinkSource {
  urls: Record<string, string>;
  serviceSecret: string;
}

/** The path that makes the first accounts; undefined once there are accounts, or when it cannot be had now. */
export async function firstStartLink({ urls, serviceSecret }: LinkSource): Promise<string | undefined> {
  const service = services.find(({ firstStartPath }) => firstStartPath !== undefined);
  if (!service) return undefined;
  const answer = await fetch(`${urls[service.name]}${service.firstStartPath}`, {
    method: 'POST',
    headers: { 'x-service-secret': serviceSecret },
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined);
  if (answer?.status !== 201) return undefined;
  return ((await answer.json()) as { path: string }).path;
}
