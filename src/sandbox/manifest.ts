// The app as Slack would install it: from manifest.yml, which is read here as Slack reads it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const manifestSchema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    slash_commands: z.array(
      z.object({
        command: z.string(),
        description: z.string(),
        usage_hint: z.string().optional(),
        should_escape: z.boolean().default(false),
      }),
    ),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean() }),
  }),
});

export type AppManifest = {
  readonly name: string;
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly should_escape: boolean;
  }[];
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
};

export const readManifest = (path: string): AppManifest => {
  const manifest = manifestSchema.parse(parse(readFileSync(path, 'utf8')));
  return {
    name: manifest.display_information.name,
    commands: manifest.features.slash_commands,
    scopes: new Set(manifest.oauth_config.scopes.bot),
    events: new Set(manifest.settings.event_subscriptions.bot_events),
  };
};
