import { render } from "preact";
import { App } from "./app/app.tsx";
import { followLinks } from "./app/location.tsx";
import { applyTheme, storedTheme } from "./app/theme.ts";
import "./app/base.css";
import "./app/controls.css";

applyTheme(storedTheme());
followLinks();
render(<App />, document.getElementById("app")!);
