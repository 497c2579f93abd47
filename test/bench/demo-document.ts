/** The demo's document with a dozen boards and one more, and somebody who may read it. */
export const demoDocument = {
  boards: 13,
  url: 'https://acme.feishu.cn/docx/DocCheckout0000000000000001',
  token: 'u-demo-chen-xiao',
} as const;
