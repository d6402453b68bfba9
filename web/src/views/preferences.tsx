// How the page looks; kept only as long as the page is open. What is printed and saved is paper under either theme.
import { useEffect } from "preact/hooks";
import { useAppState, useSession } from "../app/context";
import { languages, type Theme } from "../app/state";
import { dictionaries, useText } from "../text/text";

const themes = ["system", "light", "dark"] as const;

export function Preferences() {
  const words = useText().appearance;
  const session = useSession();
  const { theme, language } = useAppState();
  useTheme(theme);
  return (
    <div class="preferences">
      <label>
        {words.label}
        <select
          value={theme}
          onChange={(event) => {
            const chosen = themes.find((name) => name === event.currentTarget.value);
            if (chosen) session.choose({ theme: chosen });
          }}
        >
          {themes.map((name) => (
            <option key={name} value={name}>
              {words.themes[name]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.language}
        <select
          value={language}
          onChange={(event) => {
            const chosen = languages.find((name) => name === event.currentTarget.value);
            if (chosen) session.choose({ language: chosen });
          }}
        >
          {languages.map((name) => (
            <option key={name} value={name} lang={name}>
              {dictionaries[name].language}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Writes the theme where the style sheet looks for it, and follows the computer's own. */
function useTheme(theme: Theme): void {
  useEffect(() => {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
      const dark = theme === "dark" || (theme === "system" && system.matches);
      document.documentElement.dataset.theme = dark ? "dark" : "light";
    };
    apply();
    system.addEventListener("change", apply);
    return () => system.removeEventListener("change", apply);
  }, [theme]);
}
