import { configure } from '@testing-library/react';

// What a page shows after an answer comes when the processors are free; a test ends a wait that is in vain.
configure({ asyncUtilTimeout: 20_000 });
