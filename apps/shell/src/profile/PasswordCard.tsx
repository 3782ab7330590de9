import { identity } from '@banyan/api-client/identity';
import {
  fieldErrorText,
  type Problem,
  ProblemNotice,
  problemOf,
  registerProblemTexts,
  take,
  useActor,
  useLocale,
  useText,
} from '@banyan/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, type FormInstance, Input } from 'antd';
import { passwordProblems, shellTexts } from '../texts.ts';

registerProblemTexts(passwordProblems);

type Values = { current: string; next: string; again: string };

/** A new password; every other session ends with it. */
export function PasswordCard() {
  const t = useText(shellTexts);
  const locale = useLocale();
  const { username } = useActor();
  const [form] = Form.useForm<Values>();
  const change = useChangePassword(form);
  const required = [{ required: true, message: fieldErrorText('required', '', locale) }];
  const refusal = change.error ? problemOf(change.error) : null;
  return (
    <section className="by-card">
      <h2>{t('passwordTitle')}</h2>
      {refusal && !isAtField(refusal) && <ProblemNotice error={refusal} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => change.mutate(values)}
        validateTrigger="onBlur"
      >
        {/* For password managers. */}
        <input hidden readOnly autoComplete="username" value={username} />
        <Form.Item name="current" label={t('passwordCurrent')} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={t('passwordNext')} rules={required} extra={t('passwordRules')}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('passwordAgain')}
          rules={[
            ...required,
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                !value || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('passwordDiffers'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" loading={change.isPending}>
          {t('passwordChange')}
        </Button>
      </Form>
    </section>
  );
}

function useChangePassword(form: FormInstance<Values>) {
  const t = useText(shellTexts);
  const locale = useLocale();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation<void, unknown, Values>({
    mutationFn: async ({ current, next }) => {
      await take(identity.client.POST('/api/identity/me/password', { body: { current, next } }));
    },
    onSuccess: () => {
      form.resetFields();
      message.success(t('passwordChanged'));
      return queries.invalidateQueries({ queryKey: identity.key('/api/identity/sessions') });
    },
    onError: (error) => {
      for (const { field, code, message: said } of problemOf(error).errors)
        form.setFields([{ name: field as keyof Values, errors: [fieldErrorText(code, said, locale)] }]);
    },
  });
}

function isAtField(problem: Problem): boolean {
  return problem.errors.some(({ field }) => field === 'current' || field === 'next');
}
