"""The database: the only SQL of the project. It knows no rules about names."""
