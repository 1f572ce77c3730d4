"""How the laws are tried: "make mutants" only asks whether a law breaks, not for the smallest example of it."""

from hypothesis import Phase, settings

settings.register_profile("mutants", phases=[Phase.explicit, Phase.generate], database=None)
