/** What the extension asks the browser for. README.md says for each why, and what is lost without it. */
export const intendedPermissions = {
  chrome: [
    'alarms',
    'clipboardWrite',
    'contextMenus',
    'downloads',
    'offscreen',
    'scripting',
    'sidePanel',
    'storage',
  ],
  firefox: ['alarms', 'clipboardWrite', 'contextMenus', 'downloads', 'identity', 'scripting', 'storage'],
} as const;

/** What it asks for at the moment of use, and not before. */
export const intendedOptionalPermissions = {
  chrome: ['identity', 'notifications'],
  firefox: ['notifications'],
} as const;

/** Hosts that it may ask for when the user or the administrator has named a company's own deployment. */
export const intendedOptionalHosts = ['https://*/*'];

/** Hosts whose answers it may read: the Open API and the sign-in of each brand. */
export const intendedHosts = [
  'https://accounts.feishu.cn/*',
  'https://accounts.larksuite.com/*',
  'https://open.feishu.cn/*',
  'https://open.larksuite.com/*',
];

/** Pages that its content script runs in, and whose own model it reads: those of documents. */
export const intendedPages = [
  'https://*.feishu.cn/*',
  'https://*.feishu-pre.net/*',
  'https://*.feishu.net/*',
  'https://*.larkenterprise.com/*',
  'https://*.larkoffice.com/*',
  'https://*.larksuite.com/*',
];

/** Every other key that a built manifest may have. A new one is a decision: it belongs here and, where a user would ask, in README.md. */
export const intendedKeys = [
  'action',
  'background',
  'browser_specific_settings',
  'commands',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'host_permissions',
  'icons',
  'key',
  'manifest_version',
  'minimum_chrome_version',
  'name',
  'optional_permissions',
  'optional_host_permissions',
  'options_ui',
  'permissions',
  'short_name',
  'side_panel',
  'storage',
  'version',
];
