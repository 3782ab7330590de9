import { AppError } from '@banyan/service-kit/error';
import { type AppContext, jsonOf } from '@banyan/service-kit/http-app';

/** What a body asks for: the fields of a form, or those of a JSON object; not yet judged. */
export async function readQuestion(c: AppContext): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return Object.fromEntries(new URLSearchParams(await c.req.text()));
  if (type !== '' && !/^application\/json\b/i.test(type))
    throw new AppError('unsupported', 'body.not-a-form', 'Send a form or JSON here.', {
      detail: 'Send application/x-www-form-urlencoded or application/json.',
    });
  return jsonOf(c);
}
