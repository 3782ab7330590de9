import { Problem, problemFromResponse, problemText, useActor, useLocale, useText } from '@banyan/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { toSignIn } from '../start/actor-query.ts';
import { shellTexts } from '../texts.ts';
import { onSessionChange, sessionIsBack, sessionIsLost } from './session-gate.ts';

/** The session has ended, the page has not: the password again, and everything goes on. */
export function SessionDialog() {
  const lost = useSyncExternalStore(onSessionChange, sessionIsLost);
  return lost ? <SignInAgain /> : null;
}

function SignInAgain() {
  const t = useText(shellTexts);
  const locale = useLocale();
  const actor = useActor();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async ({ password }: { password: string }) => {
    setBusy(true);
    setRefusal(null);
    try {
      await signIn(actor.username, password);
      sessionIsBack();
      void queries.invalidateQueries();
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem(0, { code: 'console.network' });
      const wrong = problem.code === 'session.credentials-wrong';
      setRefusal(wrong ? t('wrongPassword') : problemText(problem, locale));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('sessionLost')}
      closable={false}
      keyboard={false}
      footer={null}
      width={400}
      zIndex={1200}
    >
      <p>{t('sessionLostHint')}</p>
      <Form
        layout="vertical"
        onFinish={(values: { password: string }) => void submit(values)}
        requiredMark={false}
      >
        <Form.Item label={t('username')}>
          <Input value={actor.username} readOnly autoComplete="username" aria-label={t('username')} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password')}
          {...(refusal ? { validateStatus: 'error' as const, help: refusal } : {})}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <div className="by-form-buttons">
          <Button onClick={toSignIn}>{t('otherAccount')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('signInAgain')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

async function signIn(username: string, password: string): Promise<void> {
  const response = await fetch('/api/identity/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-banyan-client': 'console' },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw await problemFromResponse(response);
}
