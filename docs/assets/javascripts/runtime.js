// Generated: where the browser's Python lies, and which packages it may load.
export const RUNTIME = {
  pyodide: new URL("../runtime/pyodide-1035bc6084ea/", import.meta.url).href,
  engine: new URL("../runtime/engine-fb865fffbf5b/", import.meta.url).href,
  lock: {"info": {"abi_version": "2025_0", "arch": "wasm32", "platform": "emscripten_4_0_9", "python": "3.13.2"}, "packages": {"nyttokalkyl": {"depends": [], "file_name": "nyttokalkyl-0.1.0-cp313-none-any.whl", "imports": ["calculators", "jinja2", "markupsafe"], "install_dir": "site", "name": "nyttokalkyl", "package_type": "package", "sha256": "56a07667ff44220fd4bbac864ba0838e6cb924703d04322d8fe75c495402abaa", "unvendored_tests": false, "version": "0.1.0"}}}
}
