import type { App, User } from '../entities';
import { htmlPage } from '../pages/html';
import { escapeXml } from '../pictures/svg-values';
import type { Reply } from '../reply';
import { scopeTitle } from './scope-catalogue';

/**
 * The pages of signing in and of the developer console: plain forms that work without a script. How the real
 * ones look is not known; what one can do on them is.
 */
export function sitePage(title: string, body: string, status = 200): Reply {
  const page = htmlPage(status, title, 'en', () => ({
    head: '<link rel="stylesheet" href="/__assets__/sign-in.css">\n',
    body: `<main class="card">\n<h1>${escapeXml(title)}</h1>\n${body}\n</main>`,
  }));
  return { ...page, body: Buffer.from(page.body) };
}

export function messagePage(title: string, sentence: string, status = 200): Reply {
  return sitePage(title, `<p>${escapeXml(sentence)}</p>`, status);
}

export function loginPage(users: readonly User[], action: string): Reply {
  const choices = users.map((user) => button(`Continue as ${user.name}`, 'user', user.id));
  return sitePage('Log in', form(action, choices.join('\n')));
}

/** What an app wants from a user, and the two answers to it. */
export function consentPage(asked: {
  app: App;
  user: User;
  scopes: readonly string[];
  action: string;
}): Reply {
  const { app, user, scopes, action } = asked;
  return sitePage(
    `Authorize ${app.name}`,
    `<p><bdi>${escapeXml(app.name)}</bdi> asks for access to your account.</p>
${loggedInAs(user)}
${scopeList(scopes)}
${form(action, `${button('Authorize', 'decision', 'authorize', true)}\n${button('Deny', 'decision', 'deny')}`)}`,
  );
}

export function loggedInAs(user: User): string {
  return `<p>Logged in as <bdi>${escapeXml(user.name)}</bdi> (<bdi>${escapeXml(user.tenant.name)}</bdi>)</p>`;
}

export function scopeList(scopes: readonly string[]): string {
  const items = scopes.map(
    (scope) => `<li>${escapeXml(scopeTitle(scope))} <code>${escapeXml(scope)}</code></li>`,
  );
  return items.length === 0
    ? '<p>No permissions are asked for.</p>'
    : `<ul aria-label="Permissions">${items.join('')}</ul>`;
}

export function form(action: string, contents: string): string {
  return `<form method="post" action="${escapeXml(action)}">${contents}</form>`;
}

export function input(label: string, name: string, value: string): string {
  return `<label>${escapeXml(label)} <input name="${name}" value="${escapeXml(value)}"></label>`;
}

export function button(label: string, name: string, value: string, primary = false): string {
  return `<button name="${name}" value="${escapeXml(value)}"${primary ? ' class="primary"' : ''}>${escapeXml(label)}</button>`;
}
