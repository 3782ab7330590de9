import '@banyan/ui-kit/styles.css';
import './shell.css';

void import('./bootstrap.tsx');
