/**
 * The part of pro-components that records and forms are made of. The shell shares it as one chunk,
 * which comes with the first record or form and not before.
 */
export { ProDescriptions } from '@ant-design/pro-components/es/descriptions/index.js';
export { ProForm } from '@ant-design/pro-components/es/form/layouts/ProForm/index.js';
