import { useNode, withNode } from '@banyan/ui-kit';
import { Button, type ButtonProps } from 'antd';
import { useNavigate } from 'react-router';

/** A button that leads to another page of the console, which keeps "see as this node". */
export function GoButton({ to, ...button }: Omit<ButtonProps, 'onClick' | 'href'> & { to: string }) {
  const navigate = useNavigate();
  const node = useNode();
  return <Button {...button} onClick={() => navigate(withNode(to, node))} />;
}
