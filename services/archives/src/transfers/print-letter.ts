import { AppError } from '@banyan/service-kit/error';
import type { AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';

export async function printLetter(_deps: Deps, _c: AppContext, _format: 'docx' | 'pdf'): Promise<Response> {
  throw new AppError('unavailable', 'service.unavailable', 'Not open yet.');
}
