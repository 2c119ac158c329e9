"""What the trained components share: made by their configuration, loaded from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from typing_extensions import Self


class Learner(GraphComponent):
    """A component that keeps what it learnt in its folder of the model."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        """A new one, to be trained. Raises InvalidConfigException for a wrong value."""
        cls.validate_config(config)
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        """The one trained before."""
        found = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            found.restore(folder)
        return found

    @staticmethod
    def validate_config(config: dict[str, Any]) -> None:
        """Raises InvalidConfigException when a value of `config` makes no sense."""

    def restore(self, folder: Path) -> None:
        """Takes back what `keep` wrote to `folder`."""
        raise NotImplementedError

    def keep(self, folder: Path) -> None:
        """Writes what was learnt to `folder`."""
        raise NotImplementedError

    def kept(self) -> Resource:
        """Writes what was learnt into the model; returns where."""
        with self._storage.write_to(self._resource) as folder:
            self.keep(folder)
        return self._resource
