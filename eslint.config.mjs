import * as litA11y from 'eslint-plugin-lit-a11y';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  // Folders with a dot: the copies of the mutation tests, and the worktrees that some tools put there.
  { ignores: ['dist', 'coverage', 'release', 'reports', '**/.*/'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y.default ?? litA11y },
    rules: {
      ...(litA11y.default ?? litA11y).configs.recommended.rules,
      // Safari needs the role: it takes a list without bullets for no list.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
);
