import { TextLink } from "../../../_ui/text-link.tsx"

/** For owners: the archive of the whole project, and what is in it. */
export function WholeProject({ projectId }: { projectId: string }) {
  return (
    <section aria-labelledby="whole-project" className="mt-12 grid max-w-[42rem] gap-3 border-t border-rule pt-8">
      <h2 id="whole-project" className="text-xl">
        The whole project, to keep or to bring into another instance
      </h2>
      <p>
        One file with everything: texts and their originals, all claims and labels, vetted or not, sources, discussions
        and the whole history. An instance of Apparatus takes it in under “Projects” and goes on from there.
      </p>
      <p className="text-soft">
        It holds no e-mail addresses and no passwords. People are called as openly as the project and they themselves
        let exports name them, but everything that was said is in it, also what is blind here: give it to nobody who may
        not see that.
      </p>
      <p>
        <a href={`/api/v1/projects/${projectId}/archive`} download className="font-semibold">
          Download the project’s archive
        </a>
      </p>
      <p>
        To have a program follow the project instead,{" "}
        <TextLink href={`/projects/${projectId}/webhooks`}>tell it through a webhook</TextLink> what happens.
      </p>
    </section>
  )
}
