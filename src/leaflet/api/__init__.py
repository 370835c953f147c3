"""The public API, whose names ``leaflet`` itself exports: ``docs/api.md`` shows how to use it.

The command line is written on top of it, and shares with it ``run_build``, ``lint_all`` and
``verify_folder``, which take settings instead of options. Each module is loaded when it is used.
"""
