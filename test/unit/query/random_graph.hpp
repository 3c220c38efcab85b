// Small random typed graphs, and what they say as plain facts, so that a test can ask the facts instead of the program.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "unit/graph/small.hpp"

namespace mechgraph {

struct Fact {
  std::string record, subject, relation, object;
  int sign = 0;
  Basis basis = Basis::stated;
  bool negated = false;
  unsigned confidence = 1000;
  std::string reference;                       // empty: the document
  std::map<std::string, std::string> context;  // qualifiers as texts
};

// "Gene" of "EX:Gene_1".
inline std::string type_of(std::string const& id) { return id.substr(3, id.find('_') - 3); }
inline bool is_effect(std::string const& relation) { return relation == "increases" || relation == "decreases" || relation == "affects"; }

struct RandomGraph {
  std::vector<std::string> nodes{"EX:Source_1",       "EX:Source_2",  "EX:Derivative_1", "EX:Intervention_1", "EX:Intervention_2",
                                 "EX:Intervention_3", "EX:Gene_1",    "EX:Gene_2",       "EX:Gene_3",         "EX:Chemical_1",
                                 "EX:Process_1",      "EX:Process_2", "EX:Disease_1",    "EX:Disease_2"};
  std::vector<Fact> facts;
  Sketch sketch;

  RandomGraph(unsigned seed, unsigned size) : engine(seed) {
    std::vector<std::string> const relations{"increases",       "decreases",    "affects",     "carries",  "combined_with",
                                             "pretreated_with", "derives_from", "instance_of", "tested_in"};
    for (auto const& node : nodes) sketch.declared(node, type_of(node));
    for (unsigned i = 0; i < size; ++i) {
      Fact fact;
      fact.record = std::to_string(random(4));
      fact.subject = nodes[random(3) == 0 ? 3 + random(3) : random(static_cast<unsigned>(nodes.size()))];
      fact.object = nodes[random(static_cast<unsigned>(nodes.size()))];
      fact.relation = relations[random(3) != 0 ? random(3) : random(static_cast<unsigned>(relations.size()))];
      fact.sign = fact.relation == "increases" ? 1 : fact.relation == "decreases" ? -1 : 0;
      fact.basis = random(4) == 0 ? Basis::cargo : Basis::stated;
      fact.negated = random(8) == 0;
      fact.confidence = 300 + 100 * random(8);
      if (random(3) != 0) fact.reference = "DOI:10.1/x#" + std::to_string(random(4));
      for (std::string const key : {"organism", "dose", "magnitude"}) {
        if (random(2) == 0) fact.context[key] = std::to_string(random(2));
      }
      auto& witness = sketch.said(fact.record, fact.subject, fact.relation, fact.sign, fact.object, fact.basis, fact.negated);
      witness.confidence = static_cast<std::uint16_t>(fact.confidence);
      if (!fact.reference.empty()) witness.references = {sketch.text(fact.reference)};
      for (auto const& [key, value] : fact.context) witness.qualifiers.push_back({sketch.text(key), sketch.text(value), false});
      facts.push_back(fact);
    }
  }

  unsigned random(unsigned n) { return static_cast<unsigned>(engine() % n); }

  std::mt19937 engine;
};

}  // namespace mechgraph
