/** The body of an answer. An answer with another status fails the test with what it says. */
export async function bodyOf<Body>(answer: Response | Promise<Response>, status = 200): Promise<Body> {
  const response = await answer;
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.status}: ${text}`);
  return JSON.parse(text) as Body;
}
