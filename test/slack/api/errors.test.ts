import { createServer, type RequestListener, type Server } from 'node:http';
import { LogLevel, WebAPIPlatformError, WebClient } from '@slack/web-api';
import { Agent, fetch as undiciFetch } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createClients } from '../../../src/slack/api/clients.ts';
import { codes } from '../../../src/slack/api/error-codes.ts';
import { classifyError, type WriteMethod } from '../../../src/slack/api/errors.ts';

const expected = {
  'later, as too many': { kind: 'later', afterMs: 60_000, because: 'rate_limited' },
  'later, as not now': { kind: 'later', afterMs: 60_000, because: 'slack_unavailable' },
  'again in a moment': { kind: 'later', afterMs: 30_000, because: 'slack_unavailable' },
  unclear: { kind: 'unclear' },
  'no account': { kind: 'give up', because: 'no_account' },
  refused: { kind: 'give up', because: 'refused_by_slack' },
  'our mistake': { kind: 'give up', because: 'our_mistake' },
  'mend the app': { kind: 'app' },
} as const;
type Expected = keyof typeof expected;
type Documented = Readonly<Record<string, Expected>>;

/** What every method can answer. */
const common = (fault: Expected): Documented => ({
  access_denied: 'mend the app',
  accesslimited: 'mend the app',
  account_inactive: 'mend the app',
  deprecated_endpoint: 'mend the app',
  ekm_access_denied: 'mend the app',
  enterprise_is_restricted: 'mend the app',
  fatal_error: fault,
  internal_error: fault,
  invalid_arg_name: 'our mistake',
  invalid_arguments: 'our mistake',
  invalid_array_arg: 'our mistake',
  invalid_auth: 'mend the app',
  invalid_charset: 'our mistake',
  invalid_form_data: 'our mistake',
  invalid_json: 'our mistake',
  invalid_post_type: 'our mistake',
  json_not_object: 'our mistake',
  method_deprecated: 'mend the app',
  missing_post_type: 'our mistake',
  missing_scope: 'mend the app',
  no_permission: 'mend the app',
  not_allowed_token_type: 'mend the app',
  not_authed: 'mend the app',
  org_login_required: 'mend the app',
  ratelimited: 'later, as too many',
  request_timeout: fault,
  service_unavailable: fault,
  team_access_not_granted: 'mend the app',
  team_added_to_org: 'later, as not now',
  token_expired: 'mend the app',
  token_revoked: 'mend the app',
  two_factor_setup_required: 'mend the app',
  upgrade_required: 'mend the app',
  user_access_not_granted: 'mend the app',
});

/**
 * What the documentation lists, method by method, as told at the top of error-codes.ts; written
 * down here a second time on purpose.
 */
const documented: Readonly<Record<WriteMethod, Documented>> = {
  'chat.postMessage': {
    ...common('unclear'),
    agent_prompt_display_not_allowed: 'our mistake',
    app_access_restricted: 'mend the app',
    as_user_not_supported: 'our mistake',
    attachment_payload_limit_exceeded: 'our mistake',
    cannot_reply_to_message: 'our mistake',
    channel_not_found: 'refused',
    draft_already_deleted: 'our mistake',
    draft_already_sent: 'our mistake',
    draft_has_conflict: 'our mistake',
    draft_not_found: 'our mistake',
    duplicate_channel_not_found: 'our mistake',
    duplicate_message_not_found: 'our mistake',
    invalid_blocks: 'our mistake',
    invalid_blocks_format: 'our mistake',
    invalid_metadata_format: 'our mistake',
    invalid_metadata_schema: 'our mistake',
    is_archived: 'refused',
    markdown_text_conflict: 'our mistake',
    message_limit_exceeded: 'later, as too many',
    messages_tab_disabled: 'mend the app',
    metadata_must_be_sent_from_app: 'mend the app',
    metadata_too_large: 'our mistake',
    missing_file_data: 'our mistake',
    msg_blocks_too_long: 'our mistake',
    msg_too_long: 'our mistake',
    no_text: 'our mistake',
    not_in_channel: 'refused',
    rate_limited: 'later, as too many',
    restricted_action: 'refused',
    restricted_action_non_threadable_channel: 'refused',
    restricted_action_read_only_channel: 'refused',
    restricted_action_thread_locked: 'refused',
    restricted_action_thread_only_channel: 'refused',
    send_on_behalf_not_allowed: 'our mistake',
    slack_connect_canvas_sharing_blocked: 'refused',
    slack_connect_file_link_sharing_blocked: 'refused',
    slack_connect_lists_sharing_blocked: 'refused',
    team_not_found: 'our mistake',
    too_many_attachments: 'our mistake',
    too_many_contact_cards: 'our mistake',
  },
  'conversations.open': {
    ...common('again in a moment'),
    cannot_dm_bot: 'refused',
    channel_not_found: 'refused',
    invalid_user_combination: 'refused',
    method_not_supported_for_channel_type: 'our mistake',
    not_enough_users: 'our mistake',
    too_many_users: 'our mistake',
    user_disabled: 'no account',
    user_not_found: 'no account',
    user_not_visible: 'refused',
    users_list_not_supplied: 'our mistake',
  },
  'views.publish': {
    ...common('again in a moment'),
    duplicate_external_id: 'our mistake',
    hash_conflict: 'our mistake',
    missing_profile_id: 'our mistake',
    not_enabled: 'mend the app',
    not_implemented: 'our mistake',
    view_too_large: 'our mistake',
  },
  'chat.update': {
    ...common('again in a moment'),
    as_user_not_supported: 'our mistake',
    block_mismatch: 'our mistake',
    blocked_file_type: 'refused',
    cant_broadcast_message: 'our mistake',
    cant_update_message: 'refused',
    channel_not_found: 'refused',
    edit_window_closed: 'refused',
    external_channel_migrating: 'later, as not now',
    file_deleted: 'our mistake',
    file_is_deleted: 'our mistake',
    file_not_found: 'our mistake',
    file_share_limit_reached: 'our mistake',
    invalid_attachments: 'our mistake',
    invalid_blocks: 'our mistake',
    invalid_blocks_format: 'our mistake',
    invalid_metadata_format: 'our mistake',
    invalid_metadata_schema: 'our mistake',
    is_inactive: 'refused',
    markdown_text_conflict: 'our mistake',
    max_file_sharing_exceeded: 'our mistake',
    message_limit_exceeded: 'later, as too many',
    message_not_found: 'refused',
    metadata_must_be_sent_from_app: 'mend the app',
    metadata_too_large: 'our mistake',
    msg_too_long: 'our mistake',
    no_dual_broadcast_content_update: 'our mistake',
    no_text: 'our mistake',
    posting_to_channel_denied: 'refused',
    rate_limited: 'later, as too many',
    slack_connect_blocked_file_type: 'refused',
    slack_connect_canvas_sharing_blocked: 'refused',
    slack_connect_clip_sharing_blocked: 'refused',
    slack_connect_file_link_sharing_blocked: 'refused',
    slack_connect_file_upload_sharing_blocked: 'refused',
    streaming_state_conflict: 'later, as not now',
    team_not_found: 'our mistake',
    too_many_attachments: 'our mistake',
    unable_to_share_files: 'our mistake',
    update_failed: 'again in a moment',
  },
};

const methods = Object.keys(documented) as WriteMethod[];
const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });

describe.each(methods)('what %s answers', (method) => {
  it.each(Object.entries(documented[method]))('%s is sorted as: %s', (code, as) =>
    expect(classifyError(method, refusal(code))).toEqual({ ...expected[as], error: code }),
  );

  it('has a row for every documented code', () => {
    const rows = new Set<string>(Object.values(codes).flat());
    expect(Object.keys(documented[method]).filter((code) => !rows.has(code))).toEqual([]);
  });
});

describe('the table', () => {
  it('has each code in one group only', () => {
    const rows = Object.values(codes).flat();
    expect(rows.filter((code, index) => rows.indexOf(code) !== index)).toEqual([]);
  });

  it('has no code that no method is documented to answer', () => {
    const known = new Set(Object.values(documented).flatMap((each) => Object.keys(each)));
    expect(
      Object.values(codes)
        .flat()
        .filter((code) => !known.has(code)),
    ).toEqual([]);
  });
});

describe('a code without a row', () => {
  it.each(['user_is_on_holiday', 'constructor', 'error_of_yours'])(
    'is given up, with the code: %s',
    (code) =>
      expect(classifyError('chat.postMessage', refusal(code))).toEqual({
        ...expected.refused,
        error: code,
      }),
  );

  it.each(['storage_error', 'upstream_timeout', 'shard_unavailable', 'internal_failure'])(
    'is unclear where it tells of a fault: %s',
    (code) => {
      expect(classifyError('chat.postMessage', refusal(code))).toEqual({
        kind: 'unclear',
        error: code,
      });
      expect(classifyError('chat.update', refusal(code))).toEqual({
        ...expected['again in a moment'],
        error: code,
      });
    },
  );
});

describe('what a true client throws', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  const listen = async (answer: RequestListener) => {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  };
  const closedPort = async () => {
    const url = await listen(() => {});
    await new Promise((resolve) => servers.pop()?.close(resolve));
    return url;
  };
  const thrownBy = (call: Promise<unknown>) =>
    call.then(
      () => Promise.reject(new Error('Slack took it')),
      (thrown: unknown) => thrown,
    );
  const post = (apiUrl: string) =>
    thrownBy(
      createClients({
        token: 'xoxb-test',
        apiUrl,
        log: createLog('silent'),
      }).writes.chat.postMessage({
        channel: 'D1',
        text: 'Hello',
      }),
    );
  const postWith = (options: ConstructorParameters<typeof WebClient>[1]) =>
    thrownBy(
      new WebClient('xoxb-test', {
        retryConfig: { retries: 0 },
        logLevel: LogLevel.ERROR,
        ...options,
      }).chat.postMessage({
        channel: 'D1',
        text: 'Hello',
      }),
    );
  const sorted = async (answer: RequestListener) =>
    classifyError('chat.postMessage', await post(await listen(answer)));
  const saying =
    (body: string, headers: Record<string, string> = {}, status = 200): RequestListener =>
    (_, response) =>
      void response.writeHead(status, headers).end(body);
  const startsToAnswer: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"ok":');
  };

  it('a refusal is sorted by its code', async () =>
    expect(await sorted(saying('{"ok":false,"error":"user_disabled"}'))).toEqual({
      ...expected['no account'],
      error: 'user_disabled',
    }));

  it.each([
    ['7', 7000],
    ['0', 1000],
  ])(
    'too many requests wait as long as Slack says, at least a second: %s',
    async (seconds, afterMs) =>
      expect(await sorted(saying('', { 'retry-after': seconds }, 429))).toEqual({
        ...expected['later, as too many'],
        afterMs,
        error: 'ratelimited',
      }),
  );

  it('too many requests wait a minute where Slack does not say how long', async () =>
    expect(await sorted(saying('', {}, 429))).toEqual({
      ...expected['later, as too many'],
      error: 'ratelimited',
    }));

  it('a limit told in the body waits as long as the header says', async () =>
    expect(
      await sorted(saying('{"ok":false,"error":"rate_limited"}', { 'retry-after': '9' })),
    ).toEqual({
      ...expected['later, as too many'],
      afterMs: 9000,
      error: 'rate_limited',
    }));

  it.each([500, 502, 503, 504, 408, 202])('status %s is unclear', async (status) =>
    expect(await sorted(saying('', {}, status))).toEqual({
      kind: 'unclear',
      error: `http_${status}`,
    }),
  );

  it.each([401, 403, 404])(
    'status %s is of something on the way, and to be mended',
    async (status) =>
      expect(await sorted(saying('<h1>Blocked</h1>', {}, status))).toEqual({
        kind: 'app',
        error: `http_${status}`,
      }),
  );

  it.each(['<html>Please log in to the Wi-Fi of the surgery</html>', '', '{}', '{"ok":false}'])(
    'what no answer of Slack is, is unclear and not repeated: “%s”',
    async (body) =>
      expect(await sorted(saying(body))).toEqual({ kind: 'unclear', error: 'no answer of Slack' }),
  );

  it('a connection that drops is unclear, for a message', async () => {
    const thrown = await post(await listen(({ socket }) => void socket.destroy()));
    expect(classifyError('chat.postMessage', thrown)).toEqual({
      kind: 'unclear',
      error: 'UND_ERR_SOCKET',
    });
  });

  it.each(methods.slice(1))('a connection that drops is tried again, for %s', async (method) => {
    const thrown = await post(await listen(({ socket }) => void socket.destroy()));
    expect(classifyError(method, thrown)).toEqual({
      ...expected['again in a moment'],
      error: 'UND_ERR_SOCKET',
    });
  });

  it('a redirect is unclear: something on the way answered in Slack’s place', async () =>
    expect(await sorted(saying('', { location: '/login' }, 302))).toEqual({
      kind: 'unclear',
      error: 'unexpected redirect',
    }));

  it('an answer that is cut off is unclear', async () =>
    expect(
      await sorted((request, response) => {
        startsToAnswer(request, response);
        setTimeout(() => response.destroy(), 20);
      }),
    ).toEqual({ kind: 'unclear', error: 'UND_ERR_SOCKET' }));

  it.each([
    ['no answer', () => {}],
    ['half an answer', startsToAnswer],
  ] satisfies [string, RequestListener][])(
    '%s within our patience is unclear',
    async (_, answer) => {
      const thrown = await postWith({ slackApiUrl: await listen(answer), timeout: 100 });
      expect(classifyError('chat.postMessage', thrown)).toEqual({
        kind: 'unclear',
        error: 'TimeoutError',
      });
    },
  );

  it('a closed port was certainly not reached', async () =>
    expect(classifyError('chat.postMessage', await post(await closedPort()))).toEqual({
      ...expected['again in a moment'],
      error: 'ECONNREFUSED',
    }));

  it('nor was a name with several addresses, all closed', async () => {
    const addresses = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }));
    const dispatcher = new Agent({
      connect: { autoSelectFamily: true, lookup: (_, __, done) => done(null, addresses) },
    });
    const fetch = ((url: string, init: object) =>
      undiciFetch(url, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
    const thrown = await postWith({
      slackApiUrl: (await closedPort()).replace('127.0.0.1', 'slack.test'),
      fetch,
    });
    await dispatcher.close();
    expect((thrown as { cause: { cause: unknown } }).cause.cause).toBeInstanceOf(AggregateError);
    expect(classifyError('chat.postMessage', thrown)).toEqual({
      ...expected['again in a moment'],
      error: 'ECONNREFUSED',
    });
  });

  it('nor was a name that nobody knows', async () =>
    expect(classifyError('chat.postMessage', await post('http://slack.invalid/'))).toMatchObject(
      expected['again in a moment'],
    ));
});

describe('what is no failure of Slack', () => {
  it.each([
    new TypeError('x is not a function'),
    new Error('the database is gone'),
    'a string',
    undefined,
  ])('is thrown again: %s', (thrown) => {
    const caught = (() => {
      try {
        return { sorted: classifyError('chat.postMessage', thrown) };
      } catch (error) {
        return { error };
      }
    })();
    expect(caught).toEqual({ error: thrown });
  });
});
