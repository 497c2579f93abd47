import { makeId } from '../ids';
import { failure, success } from '../reply';
import type { ApiRoute } from '../router';

/** Public document: "Get user information" (authen-v1/user_info/get). It needs no scope. */
export const authenRoutes: ApiRoute[] = [
  {
    method: 'GET',
    path: '/open-apis/authen/v1/user_info',
    access: 'own',
    answer({ token }) {
      // Its own token error comes with HTTP 200. That an unknown token gets this one and not the gateway's is
      // not confirmed; readers have to bear both.
      if (!token?.user) return failure(200, 20005, 'The user access token passed is invalid');
      const { user } = token;
      return success({
        name: user.name,
        en_name: user.enName,
        avatar_thumb: avatar(user.id, 72),
        avatar_url: avatar(user.id, 72),
        avatar_middle: avatar(user.id, 240),
        avatar_big: avatar(user.id, 640),
        open_id: user.id,
        union_id: `on_${makeId(['union', user.id])}`,
        tenant_key: user.tenant.key,
      });
    },
  },
];

/** An address of the right shape; nothing is served there. */
function avatar(userId: string, size: number): string {
  return `https://s1-imfile.feishucdn.com/static-resource/v1/${makeId(['avatar', userId])}?image_size=${size}x${size}`;
}
