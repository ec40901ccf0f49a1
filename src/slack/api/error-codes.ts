// What Slack's error codes mean for us: every code documented for chat.postMessage,
// conversations.open, views.publish and chat.update.
//
// The lists are those of docs.slack.dev/reference/methods as kept in slack-ruby/slack-api-ref: at
// 860ab16 what each method lists of its own, at fb4870d (chat.postMessage), 03c5679 (chat.update)
// and 1d60dfd (the other two) what every method can answer; and what undated copies of the pages
// add to that, in other public repositories. @slack/web-api 8.2.0 lists none. Not documented, yet
// answered: cannot_dm_bot. No longer documented: invalid_json, json_not_object, upgrade_required.

/** What a code means; sorted into outcomes by outcomes.ts. */
export type Meaning = keyof typeof codes;

/** Slack's codes by what they mean for us. */
export const codes = {
  /** Too many for now; nothing was done. */
  limited: ['message_limit_exceeded', 'rate_limited', 'ratelimited'],
  /** Not now, for a reason of Slack's that passes by itself; nothing was done. */
  busy: ['external_channel_migrating', 'streaming_state_conflict', 'team_added_to_org'],
  /**
   * Slack failed, and does not say that nothing was done: for some it says itself that a part may
   * have been.
   */
  unclear: [
    'fatal_error',
    'internal_error',
    'request_timeout',
    'service_unavailable',
    'update_failed',
  ],
  /** The person has no account here any more. */
  noAccount: ['user_disabled', 'user_not_found'],
  /** This person or place is closed to us; another may be open. */
  refused: [
    'blocked_file_type',
    'cannot_dm_bot',
    'cant_update_message',
    'channel_not_found',
    'edit_window_closed',
    'invalid_user_combination',
    'is_archived',
    'is_inactive',
    'message_not_found',
    'not_in_channel',
    'posting_to_channel_denied',
    'restricted_action',
    'restricted_action_non_threadable_channel',
    'restricted_action_read_only_channel',
    'restricted_action_thread_locked',
    'restricted_action_thread_only_channel',
    'slack_connect_blocked_file_type',
    'slack_connect_canvas_sharing_blocked',
    'slack_connect_clip_sharing_blocked',
    'slack_connect_file_link_sharing_blocked',
    'slack_connect_file_upload_sharing_blocked',
    'slack_connect_lists_sharing_blocked',
    'user_not_visible',
  ],
  /**
   * The app may not do this for anyone here until somebody mends its token, its settings, its
   * scopes or its version.
   */
  app: [
    'access_denied',
    'accesslimited',
    'account_inactive',
    'app_access_restricted',
    'deprecated_endpoint',
    'ekm_access_denied',
    'enterprise_is_restricted',
    'invalid_auth',
    'messages_tab_disabled',
    'metadata_must_be_sent_from_app',
    'method_deprecated',
    'missing_scope',
    'no_permission',
    'not_allowed_token_type',
    'not_authed',
    'not_enabled',
    'org_login_required',
    'team_access_not_granted',
    'token_expired',
    'token_revoked',
    'two_factor_setup_required',
    'upgrade_required',
    'user_access_not_granted',
  ],
  /** What we asked for was wrong, so asking again would be too: a bug. */
  ours: [
    'agent_prompt_display_not_allowed',
    'as_user_not_supported',
    'attachment_payload_limit_exceeded',
    'block_mismatch',
    'cannot_reply_to_message',
    'cant_broadcast_message',
    'draft_already_deleted',
    'draft_already_sent',
    'draft_has_conflict',
    'draft_not_found',
    'duplicate_channel_not_found',
    'duplicate_external_id',
    'duplicate_message_not_found',
    'file_deleted',
    'file_is_deleted',
    'file_not_found',
    'file_share_limit_reached',
    'hash_conflict',
    'invalid_arg_name',
    'invalid_arguments',
    'invalid_array_arg',
    'invalid_attachments',
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_charset',
    'invalid_form_data',
    'invalid_json',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'invalid_post_type',
    'json_not_object',
    'markdown_text_conflict',
    'max_file_sharing_exceeded',
    'metadata_too_large',
    'method_not_supported_for_channel_type',
    'missing_file_data',
    'missing_post_type',
    'missing_profile_id',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_dual_broadcast_content_update',
    'no_text',
    'not_enough_users',
    'not_implemented',
    'send_on_behalf_not_allowed',
    'team_not_found',
    'too_many_attachments',
    'too_many_contact_cards',
    'too_many_users',
    'unable_to_share_files',
    'users_list_not_supplied',
    'view_too_large',
  ],
} as const;

/** What a code means, where it has a row. */
export const meaningOf = (code: string): Meaning | undefined => rows.get(code);

const rows = new Map<string, Meaning>(
  Object.entries(codes).flatMap(([meaning, list]) =>
    list.map((code) => [code, meaning as Meaning] as const),
  ),
);
