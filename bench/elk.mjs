// Lays graphs out with ELK layered, to compare with: a JSON list of ELK graphs in, the bends of every edge out.
import ELK from 'elkjs'

let text = ''
for await (const chunk of process.stdin) text += chunk
const elk = new ELK()
const laid = []
for (const graph of JSON.parse(text)) {
  const found = await elk.layout(graph)
  laid.push({
    edges: found.edges.map((edge) =>
      edge.sections.flatMap((part) => [part.startPoint, ...(part.bendPoints ?? []), part.endPoint].map((p) => [p.x, p.y])),
    ),
    nodes: found.children.map((node) => [node.x, node.y, node.width, node.height]),
    size: [found.width, found.height],
  })
}
process.stdout.write(JSON.stringify(laid))
