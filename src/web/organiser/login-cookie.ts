/**
 * The one cookie of the site: the organisers' sign-in. Over https it has the __Host- prefix, which
 * a browser accepts only from this host, over https and for the whole host.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { loginLifetime } from '../../domain/organisers/login-link';
import type { AppEnv } from '../context';

const name = 'farandole';
const isSecure = <E extends AppEnv>(c: Context<E>) =>
  c.get('settings').baseUrl.startsWith('https:');

const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

export const readLoginCookie = <E extends AppEnv>(c: Context<E>): string | undefined =>
  isSecure(c) ? getCookie(c, name, 'host') : getCookie(c, name);

export function setLoginCookie<E extends AppEnv>(c: Context<E>, token: string): void {
  const kept = { ...options, maxAge: loginLifetime / 1000 };
  if (isSecure(c)) setCookie(c, name, token, { ...kept, prefix: 'host', secure: true });
  else setCookie(c, name, token, kept);
}

export function clearLoginCookie<E extends AppEnv>(c: Context<E>): void {
  if (isSecure(c)) deleteCookie(c, name, { ...options, prefix: 'host', secure: true });
  else deleteCookie(c, name, options);
}
