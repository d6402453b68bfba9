// The dictionary in use.
import type { Language } from "../app/state";
import { requiredContext } from "../app/store";
import { en, type Text } from "./en";
import { fr } from "./fr";

export const dictionaries: Record<Language, Text> = { en, fr };

export const [TextProvider, useText] = requiredContext<Text>();
