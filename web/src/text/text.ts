// The dictionary in use.
import { requiredContext } from "../app/store";
import type { Text } from "./en";

export const [TextProvider, useText] = requiredContext<Text>();
