import { parseArgs } from 'node:util';
import { demoSeedFile, seedFrom } from './seed-file';
import { startFeishu } from './server';

/** `npm run feishu -- --port N --seed FILE`: the embedded Feishu by itself. */
const { values } = parseArgs({ options: { port: { type: 'string' }, seed: { type: 'string' } } });
const feishu = await startFeishu({
  seed: await seedFrom(values.seed ?? demoSeedFile),
  port: Number(values.port ?? 0),
});

const suffixes = ['feishu.cn', 'larksuite.com', 'larkoffice.com'];
const rules = suffixes.map((suffix) => `MAP *.${suffix} 127.0.0.1:${feishu.port}`).join(',');
const document = feishu.store.documents()[0];
const host = document?.tenant.hosts[0] ?? 'acme.feishu.cn';

console.log(`The embedded Feishu listens at ${feishu.url} and serves by Host. Point a Chromium at it with

  chromium --user-data-dir=$(mktemp -d) --ignore-certificate-errors \\
    '--host-resolver-rules=${rules}' \\
    https://${host}/docx/${document?.id ?? ''}

or ask it yourself:

  curl --insecure --connect-to ::127.0.0.1:${feishu.port} https://open.feishu.cn/open-apis/authen/v1/user_info

Ctrl-C stops it.`);

function stop(): void {
  void feishu.close();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
